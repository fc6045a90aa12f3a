import { payloadOf, type RequestContext, type Write, Writes } from '@weixiang/kernel';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ChangePasswordInput, ResetPasswordInput } from './password.inputs.js';
import { changePassword, nextPassword, resetPassword } from './password.service.js';
import { PersonPayload } from './people.resolver.js';
import { Person } from './person.entity.js';

const ResetPasswordPayload = payloadOf('ResetPasswordPayload', {
  person: { type: () => Person, description: 'Whose account it is.' },
  oneTimePassword: { type: () => String, description: 'Opens the account once, within a week, and must be changed then. It is told this once and kept nowhere.' },
});

@Resolver()
export class PasswordMutations {
  @Mutation(() => PersonPayload, { description: 'Changes one’s own password; every other session of the account ends.' })
  async changePassword(@Arg('input', () => ChangePasswordInput, { description: 'Both passwords.' }) input: ChangePasswordInput, @Ctx() context: RequestContext, @Writes() write: Write) {
    const hash = await nextPassword(context, input.current, input.next);
    // No replay: the second time the old password is another.
    return write('changePassword', {}, async (tx) => ({ person: await changePassword(tx, hash, context.session.token) }));
  }

  @Mutation(() => ResetPasswordPayload, { description: 'Draws a one-time password for an account, for staff who may close it; its sessions end.' })
  resetPassword(@Arg('input', () => ResetPasswordInput, { description: 'The account.' }) input: ResetPasswordInput, @Writes() write: Write) {
    // No replay: an answer that is kept would keep the password.
    return write('resetPassword', {}, async (tx) => {
      const { person, password } = await resetPassword(tx, input);
      return { person, oneTimePassword: password };
    });
  }
}
