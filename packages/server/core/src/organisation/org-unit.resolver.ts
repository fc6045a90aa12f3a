import { payloadOf, type Write, Writes } from '@weixiang/kernel';
import { Arg, Mutation, Resolver } from 'type-graphql';
import { CreateOrgUnitInput, EditOrgUnitInput } from './org-unit.inputs.js';
import { OrgUnit } from './org-unit.entity.js';
import { createOrgUnit, editOrgUnit } from './org-unit.service.js';

const OrgUnitPayload = payloadOf('OrgUnitPayload', { orgUnit: { type: () => OrgUnit, description: 'The unit as it is now.' } });

@Resolver()
export class OrgUnitMutations {
  @Mutation(() => OrgUnitPayload, { description: 'Adds a unit below another.' })
  createOrgUnit(@Arg('input', () => CreateOrgUnitInput, { description: 'The unit.' }) input: CreateOrgUnitInput, @Writes() write: Write) {
    return write('createOrgUnit', input, async (tx) => ({ orgUnit: await createOrgUnit(tx, input) }));
  }

  @Mutation(() => OrgUnitPayload, { description: 'Renames a unit or changes its head.' })
  editOrgUnit(@Arg('input', () => EditOrgUnitInput, { description: 'What changes.' }) input: EditOrgUnitInput, @Writes() write: Write) {
    return write('editOrgUnit', input, async (tx) => ({ orgUnit: await editOrgUnit(tx, input) }));
  }
}
