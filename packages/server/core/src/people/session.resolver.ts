import { closeSession, MutationInput, payloadOf, type RequestContext, type Write, Writes } from '@weixiang/kernel';
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { Person } from './person.entity.js';
import { recognise, signIn } from './session.service.js';

@InputType({ description: 'Who signs in.' })
export class SignInInput extends MutationInput {
  @Field(() => String, { description: 'Login, upper or lower case.' })
  login!: string;

  @Field(() => String, { description: 'Password.' })
  password!: string;

  @Field(() => String, { nullable: true, description: 'A new password, at least 10 characters, in place of the old one; needed when that was a one-time password (PASSWORD_MUST_CHANGE).' })
  newPassword?: string | null;
}

@InputType({ description: 'The session that ends is the one that asks.' })
export class SignOutInput extends MutationInput {}

const SignInPayload = payloadOf('SignInPayload', {
  token: { type: () => String, description: 'Bearer token for programs; browsers get it as an httpOnly cookie as well.' },
  person: { type: () => Person, description: 'Who signed in.' },
});

const SignOutPayload = payloadOf('SignOutPayload', { isSignedOut: { type: () => Boolean, description: 'Whether the session has ended.' } });

/** Sets the cookie of a session that was just opened, if one was, and goes on as its person, so that the answer is read as theirs. */
export async function keepSession<Result extends { token?: unknown; expiresAt?: unknown }>(context: RequestContext, result: Result): Promise<Result> {
  if (typeof result.token === 'string' && result.expiresAt instanceof Date) {
    context.session.set(result.token, result.expiresAt);
    await context.kernel.signIn(context, result.token);
  }
  return result;
}

@Resolver()
export class SessionMutations {
  @Mutation(() => SignInPayload, { description: 'Opens a session: gives a bearer token and sets the cookie. After too many failures it refuses for a while.' })
  async signIn(@Arg('input', () => SignInInput, { description: 'Login and password.' }) input: SignInInput, @Ctx() context: RequestContext, @Writes() write: Write) {
    const recognised = await recognise(context, input);
    // No replay for a sign-in: an answer that is kept would keep its token.
    const result = await write('signIn', {}, async (tx) => {
      const { session, person } = await signIn(tx, recognised, context.session.device ?? null);
      return { token: session.token, expiresAt: session.expiresAt, person };
    });
    return keepSession(context, result);
  }

  @Mutation(() => SignOutPayload, { description: 'Ends this session and clears the cookie.' })
  async signOut(
    // Programs that sign out without an input are understood, too: a session that has ended can only end once.
    @Arg('input', () => SignOutInput, { defaultValue: {}, description: 'Nothing but your own name for the attempt.' }) _input: SignOutInput,
    @Ctx() { session }: RequestContext,
    @Writes() write: Write,
  ) {
    const { token } = session;
    session.clear();
    return write('signOut', {}, async (tx) => {
      if (token) await closeSession(tx.em, tx.tenant.id, token);
      return { isSignedOut: true };
    });
  }
}
