import { payloadOf, type RequestContext } from '@weixiang/kernel';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ClosePersonInput, CreatePersonInput, GrantRoleInput, RevokeRoleInput } from './people.inputs.js';
import { closePerson, createPerson, grantRole, revokeRole } from './people.service.js';
import { Person } from './person.entity.js';
import { RoleAssignment } from './role-assignment.entity.js';

const PersonPayload = payloadOf('PersonPayload', { person: { type: () => Person, description: 'The person as it is now.' } });
const RoleAssignmentPayload = payloadOf('RoleAssignmentPayload', { assignment: { type: () => RoleAssignment, description: 'The role as it is now.' } });

@Resolver()
export class PeopleMutations {
  @Mutation(() => PersonPayload, { description: 'Registers a person at a unit; with a login, an account too.' })
  createPerson(@Arg('input', () => CreatePersonInput, { description: 'The person.' }) input: CreatePersonInput, @Ctx() { write }: RequestContext) {
    return write('createPerson', input, async (tx) => ({ person: await createPerson(tx, input) }));
  }

  @Mutation(() => PersonPayload, { description: 'Closes an account: its sessions end at once, its records stay.' })
  closePerson(@Arg('input', () => ClosePersonInput, { description: 'The account.' }) input: ClosePersonInput, @Ctx() { write }: RequestContext) {
    return write('closePerson', input, async (tx) => ({ person: await closePerson(tx, input) }));
  }

  @Mutation(() => RoleAssignmentPayload, { description: 'Grants a role at a unit; never more than you hold there yourself.' })
  grantRole(@Arg('input', () => GrantRoleInput, { description: 'Who, which role, where, how long.' }) input: GrantRoleInput, @Ctx() { write }: RequestContext) {
    return write('grantRole', input, async (tx) => ({ assignment: await grantRole(tx, input) }));
  }

  @Mutation(() => RoleAssignmentPayload, { description: 'Ends a role at once; what it permitted is refused from the next request on.' })
  revokeRole(@Arg('input', () => RevokeRoleInput, { description: 'The role.' }) input: RevokeRoleInput, @Ctx() { write }: RequestContext) {
    return write('revokeRole', input, async (tx) => ({ assignment: await revokeRole(tx, input) }));
  }
}
