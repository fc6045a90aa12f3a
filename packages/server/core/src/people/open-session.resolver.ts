import { closeSessionOf, Forbidden, MutationInput, payloadOf, refuse, type RequestContext, sessionsOf, type Write, Writes } from '@weixiang/kernel';
import { parseTypeId, toTypeId } from '@weixiang/shared';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';

@ObjectType({ description: 'A place where one is signed in.' })
export class OpenSession {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What it was opened on, for example “Android, WeChat”; null when that is not known.' })
  device!: string | null;

  @Field(() => Date, { description: 'When it was opened.' })
  openedAt!: Date;

  @Field(() => Date, { description: 'When it ends by itself.' })
  expiresAt!: Date;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  isCurrent!: boolean;
}

@InputType({ description: 'Which session ends.' })
export class EndSessionInput extends MutationInput {
  @Field(() => ID, { description: 'The session, one of your own.' })
  id!: string;
}

const EndSessionPayload = payloadOf('EndSessionPayload', { sessions: { type: () => [OpenSession], description: 'What is still open.' } });

@Resolver()
export class OpenSessions {
  @Query(() => [OpenSession], { description: 'Where one is signed in, newest first; empty for nobody.' })
  async mySessions(@Ctx() { actor, kernel, now, session, tenant }: RequestContext): Promise<OpenSession[]> {
    const { personId } = actor;
    if (personId === null) return [];
    const open = await kernel.database.inTenant(tenant.id, (em) => sessionsOf(em, tenant.id, personId, now, session.token));
    return open.map((each) => ({ ...each, id: toTypeId('session', each.id) }));
  }

  @Mutation(() => EndSessionPayload, { description: 'Ends one of one’s own sessions, at once.' })
  endSession(@Arg('input', () => EndSessionInput, { description: 'The session.' }) input: EndSessionInput, @Ctx() { session }: RequestContext, @Writes() write: Write) {
    return write('endSession', input, async ({ actor, em, now, tenant }) => {
      if (actor.personId === null) throw new Forbidden('end Session');
      const id = parseTypeId(input.id);
      if (id?.prefix !== 'session' || !(await closeSessionOf(em, tenant.id, actor.personId, id.uuid))) throw refuse('NOT_FOUND', 'id');
      const open = await sessionsOf(em, tenant.id, actor.personId, now, session.token);
      return { sessions: open.map((each) => ({ ...each, id: toTypeId('session', each.id) })) };
    });
  }
}
