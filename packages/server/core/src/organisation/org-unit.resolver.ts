import { payloadOf, type RequestContext } from '@weixiang/kernel';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { CreateOrgUnitInput, EditOrgUnitInput } from './org-unit.inputs.js';
import { OrgUnit } from './org-unit.entity.js';
import { createOrgUnit, editOrgUnit } from './org-unit.service.js';

const OrgUnitPayload = payloadOf('OrgUnitPayload', { orgUnit: { type: () => OrgUnit, description: 'The unit as it is now.' } });

@Resolver()
export class OrgUnitMutations {
  @Mutation(() => OrgUnitPayload, { description: 'Adds a unit below another.' })
  createOrgUnit(@Arg('input', () => CreateOrgUnitInput, { description: 'The unit.' }) input: CreateOrgUnitInput, @Ctx() { write }: RequestContext) {
    return write('createOrgUnit', input, async (tx) => ({ orgUnit: await createOrgUnit(tx, input) }));
  }

  @Mutation(() => OrgUnitPayload, { description: 'Renames a unit or changes its head.' })
  editOrgUnit(@Arg('input', () => EditOrgUnitInput, { description: 'What changes.' }) input: EditOrgUnitInput, @Ctx() { write }: RequestContext) {
    return write('editOrgUnit', input, async (tx) => ({ orgUnit: await editOrgUnit(tx, input) }));
  }
}
