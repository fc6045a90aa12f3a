import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { payloadOf } from '../schema/payload.js';
import { closeOperatorSession } from './operator-session.js';
import { createOperator, type Operator } from './operator.service.js';
import { refusable, requireOperator, type PlatformContext } from './platform.context.js';

@ObjectType('Operator', { description: 'Who runs the platform: makes tenants, sees nothing inside them.' })
export class OperatorType {
  @Field(() => String, { description: 'What they sign in with.' })
  login!: string;

  @Field(() => String, { description: 'What they are called.' })
  name!: string;
}

@ObjectType('Viewer', { description: 'Who asks.' })
export class PlatformViewer {
  @Field(() => OperatorType, { nullable: true, description: 'The operator; null while nobody is signed in.' })
  operator!: Operator | null;
}

@InputType('SignInInput', { description: 'Who signs in.' })
export class OperatorSignInInput {
  @Field(() => String, { description: 'Login, upper or lower case.' })
  login!: string;

  @Field(() => String, { description: 'Password.' })
  password!: string;
}

@InputType({ description: 'Who shall run the platform too.' })
export class CreateOperatorInput {
  @Field(() => String, { description: 'Login: 3–40 lower-case letters, digits, dots and hyphens.' })
  login!: string;

  @Field(() => String, { description: 'Name, at most 50 characters.' })
  name!: string;
}

const SignInPayload = payloadOf('SignInPayload', {
  token: { type: () => String, description: 'Bearer token for programs, good for 12 hours; browsers get it as an httpOnly cookie as well.' },
  operator: { type: () => OperatorType, description: 'Who signed in.' },
});
const SignOutPayload = payloadOf('SignOutPayload', { isSignedOut: { type: () => Boolean, description: 'Whether the session has ended.' } });
const CreateOperatorPayload = payloadOf('CreateOperatorPayload', {
  operator: { type: () => OperatorType, description: 'The new operator.' },
  password: { type: () => String, description: 'Their first password; it is told here once and kept nowhere.' },
});

@Resolver()
export class OperatorResolver {
  @Query(() => PlatformViewer, { description: 'Who asks.' })
  viewer(@Ctx() { operator }: PlatformContext): PlatformViewer {
    return { operator };
  }

  @Mutation(() => SignInPayload, { description: 'Opens an operator’s session: gives a bearer token and sets the cookie. After too many failures it refuses for a while.' })
  signIn(@Arg('input', () => OperatorSignInInput, { description: 'Login and password.' }) input: OperatorSignInInput, @Ctx() context: PlatformContext) {
    return refusable(context, async () => {
      const { operator, session } = await context.kernel.platform.signIn(input, context);
      context.session.set(session.token, session.expiresAt);
      return { token: session.token, operator };
    });
  }

  @Mutation(() => SignOutPayload, { description: 'Ends this session and clears the cookie.' })
  async signOut(@Ctx() context: PlatformContext) {
    const { session, operator, kernel, requestId } = context;
    const { token } = session;
    session.clear();
    if (token && operator) {
      await kernel.platform.run('signOut', { requestId, operator }, async (tx) => {
        await closeOperatorSession(tx, token);
        await tx.note({ action: 'operator.signedOut', subject: operator.login });
      });
    }
    return { isSignedOut: true, refusals: [] };
  }

  @Mutation(() => CreateOperatorPayload, { description: 'Makes another operator, with a first password. Operators only.' })
  createOperator(@Arg('input', () => CreateOperatorInput, { description: 'Who.' }) input: CreateOperatorInput, @Ctx() context: PlatformContext) {
    const caller = requireOperator(context, 'createOperator');
    return refusable(context, () => context.kernel.platform.run('createOperator', caller, (tx) => createOperator(tx, input)));
  }
}
