import { payloadOf, Refusal, type RequestContext, type Write, Writes } from '@weixiang/kernel';
import { toTypeId } from '@weixiang/shared';
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Person } from './person.entity.js';
import { RequestSignInCodeInput, SignInWithCodeInput } from './phone-sign-in.inputs.js';
import { provePhone, sendSignInCode, signInByPhone } from './phone-sign-in.service.js';
import { keepSession } from './session.resolver.js';

@ObjectType({ description: 'One of several people who share a telephone.' })
export class SignInChoice {
  @Field(() => ID, { description: 'For `person` of the input.' })
  id!: string;

  @Field(() => String, { description: 'Full name.' })
  name!: string;

  @Field(() => String, { description: 'Name of the unit where they live or work.' })
  unitName!: string;
}

const RequestSignInCodePayload = payloadOf('RequestSignInCodePayload', {
  isSent: { type: () => Boolean, description: 'Whether a code is on its way; the same for a number that nobody here has.' },
  shownMessage: { type: () => String, description: 'In a demonstration the text message itself, since it reaches no telephone. Null in production.' },
});

const SignInWithCodePayload = payloadOf('SignInWithCodePayload', {
  token: { type: () => String, description: 'Bearer token for programs; browsers get it as an httpOnly cookie as well. Null until it is clear who signs in.' },
  person: { type: () => Person, description: 'Who signed in. Null until that is clear.' },
  choices: { type: () => [SignInChoice], description: 'Several people share the number: say who it is, with the same code. Null otherwise.' },
  needsName: { type: () => Boolean, description: 'Nobody here has the number yet: give a name, with the same code. Null otherwise.' },
});

@Resolver()
export class PhoneSignIn {
  @Mutation(() => RequestSignInCodePayload, { description: 'Sends six digits to a telephone, good for five minutes and five tries; answers the same whether or not anybody here has the number.' })
  async requestSignInCode(@Arg('input', () => RequestSignInCodeInput, { description: 'The telephone.' }) input: RequestSignInCodeInput, @Ctx() context: RequestContext, @Writes() write: Write) {
    const sent = await sendSignInCode(context, input.phone);
    // Nothing is written here, and no replay: an answer that is kept would keep the code of a demonstration.
    return write('requestSignInCode', {}, async () => {
      if (sent instanceof Refusal) throw sent;
      return { isSent: true, shownMessage: sent.shown };
    });
  }

  @Mutation(() => SignInWithCodePayload, { description: 'Opens a session by the digits sent to a telephone, as `signIn` does. Somebody new comes in as a resident.' })
  async signInWithCode(@Arg('input', () => SignInWithCodeInput, { description: 'Telephone, digits and, where asked, who it is.' }) input: SignInWithCodeInput, @Ctx() context: RequestContext, @Writes() write: Write) {
    const proved = await provePhone(context, input);
    // No replay for a sign-in: an answer that is kept would keep its token.
    const result = await write('signInWithCode', {}, async (tx) => {
      const entrance = await signInByPhone(tx, proved, input, context.session.device ?? null);
      if ('choices' in entrance) {
        return { choices: entrance.choices.map(({ id, name, orgUnit }) => ({ id: toTypeId('person', id), name, unitName: orgUnit.name })) };
      }
      if ('isNew' in entrance) return { needsName: true };
      return { token: entrance.session.token, expiresAt: entrance.session.expiresAt, person: entrance.person };
    });
    return keepSession(context, result);
  }
}
