import { payloadOf, type Write, Writes } from '@weixiang/kernel';
import { Arg, Mutation, Resolver } from 'type-graphql';
import { ClosePersonInput, CreatePersonInput, GrantRoleInput, RevokeRoleInput } from './people.inputs.js';
import { closePerson, createPerson, grantRole, revokeRole } from './people.service.js';
import { Person } from './person.entity.js';
import { RoleAssignment } from './role-assignment.entity.js';

/** What mutations of people answer with. */
export const PersonPayload: ReturnType<typeof payloadOf> = payloadOf('PersonPayload', { person: { type: () => Person, description: 'The person as it is now.' } });
const CreatePersonPayload = payloadOf('CreatePersonPayload', {
  person: { type: () => Person, description: 'The person as it is now.' },
  oneTimePassword: { type: () => String, description: 'Opens the new account once, within a week, and must be changed then. It is told this once and kept nowhere; null without a login, and when you chose it.' },
});
const RoleAssignmentPayload = payloadOf('RoleAssignmentPayload', { assignment: { type: () => RoleAssignment, description: 'The role as it is now.' } });

@Resolver()
export class PeopleMutations {
  @Mutation(() => CreatePersonPayload, { description: 'Registers a person at a unit; with a login, an account too, whose one-time password must be changed at the first sign-in.' })
  async createPerson(@Arg('input', () => CreatePersonInput, { description: 'The person.' }) input: CreatePersonInput, @Writes() write: Write) {
    let oneTimePassword: string | null = null;
    const result = await write('createPerson', input, async (tx) => {
      const { person, password } = await createPerson(tx, input);
      oneTimePassword = password;
      return { person };
    });
    // Beside the answer that is kept for replay, which must not keep a password.
    return { ...result, oneTimePassword: result.person ? oneTimePassword : null };
  }

  @Mutation(() => PersonPayload, { description: 'Closes an account: its sessions end at once, its records stay.' })
  closePerson(@Arg('input', () => ClosePersonInput, { description: 'The account.' }) input: ClosePersonInput, @Writes() write: Write) {
    return write('closePerson', input, async (tx) => ({ person: await closePerson(tx, input) }));
  }

  @Mutation(() => RoleAssignmentPayload, { description: 'Grants a role at a unit; never more than you hold there yourself.' })
  grantRole(@Arg('input', () => GrantRoleInput, { description: 'Who, which role, where, how long.' }) input: GrantRoleInput, @Writes() write: Write) {
    return write('grantRole', input, async (tx) => ({ assignment: await grantRole(tx, input) }));
  }

  @Mutation(() => RoleAssignmentPayload, { description: 'Ends a role at once; what it permitted is refused from the next request on.' })
  revokeRole(@Arg('input', () => RevokeRoleInput, { description: 'The role.' }) input: RevokeRoleInput, @Writes() write: Write) {
    return write('revokeRole', input, async (tx) => ({ assignment: await revokeRole(tx, input) }));
  }
}
