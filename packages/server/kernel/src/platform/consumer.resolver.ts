import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { indexOf } from '../features/feature-index.js';
import { refuse } from '../refusal.js';
import { payloadOf } from '../schema/payload.js';
import { consumerStates, type ConsumerState, type ParkedEvent } from './consumer.service.js';
import { refusable, requireOperator, type PlatformContext } from './platform.context.js';

@ObjectType('ParkedEvent', { description: 'An event that a consumer gave up after several tries; its number and name alone, nothing of what happened.' })
class ParkedEventType implements ParkedEvent {
  @Field(() => Int, { description: 'Number in the tenant’s chain.' })
  sequence!: number;

  @Field(() => String, { description: 'Name of the event, for example wish.accepted.' })
  name!: string;

  @Field(() => String, { description: 'Kind of the failure; the server’s log of that time says more.' })
  problem!: string;

  @Field(() => Date, { description: 'When it was given up, UTC.' })
  parkedAt!: Date;
}

@ObjectType('Consumer', { description: 'How far one consumer of a tenant’s events is: notifications, webhooks.' })
class ConsumerType implements ConsumerState {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Int, { description: 'Numbered events that it has still to look at.' })
  behind!: number;

  @Field(() => Int, { description: 'How often the next event has failed; 0 when all is well.' })
  failures!: number;

  @Field(() => [ParkedEventType], { description: 'Events that it gave up, oldest first, at most 100.' })
  parked!: ParkedEvent[];
}

@InputType({ description: 'Which parked event shall be tried again.' })
export class RetryParkedEventInput {
  @Field(() => String, { description: 'Slug of the tenant.' })
  tenant!: string;

  @Field(() => String, { description: 'Name of the consumer.' })
  consumer!: string;

  @Field(() => Int, { description: 'Number of the event.' })
  sequence!: number;
}

const RetryParkedEventPayload = payloadOf('RetryParkedEventPayload', { isDone: { type: () => Boolean, description: 'Whether it is done now.' } });

@Resolver()
export class ConsumerResolver {
  @Query(() => [ConsumerType], { nullable: true, description: 'The consumers of a tenant’s events; null where there is no such tenant. Operators only.' })
  async consumers(@Arg('tenant', () => String, { description: 'Slug of the tenant.' }) slug: string, @Ctx() context: PlatformContext): Promise<ConsumerState[] | null> {
    requireOperator(context, 'consumers');
    const { kernel } = context;
    const tenant = await kernel.tenants.bySlug(slug);
    if (!tenant) return null;
    const names = [...indexOf(kernel.featuresOf(tenant)).consumers.keys()];
    return kernel.database.inTenant(tenant.id, (em) => consumerStates(em, tenant.id, names));
  }

  @Mutation(() => RetryParkedEventPayload, { description: 'Lets a consumer try an event again that it gave up. Operators only.' })
  async retryParkedEvent(@Arg('input', () => RetryParkedEventInput, { description: 'Tenant, consumer and event.' }) input: RetryParkedEventInput, @Ctx() context: PlatformContext) {
    const caller = requireOperator(context, 'retryParkedEvent');
    const { kernel } = context;
    return refusable(context, async () => {
      const tenant = await kernel.tenants.bySlug(input.tenant);
      if (!tenant) throw refuse('NOT_FOUND', 'tenant');
      await kernel.platform.run('retryParkedEvent', caller, (tx) => tx.note({ action: 'event.retried', subject: tenant.slug, detail: { consumer: input.consumer, sequence: String(input.sequence) } }));
      let isKnown = false;
      try {
        isKnown = await kernel.consumers.retry(tenant.id, input.consumer, input.sequence);
      } catch (error) {
        kernel.log.error({ err: error, tenantId: tenant.id, consumer: input.consumer, sequence: input.sequence }, 'a parked event failed again');
        throw refuse('STILL_FAILS', 'sequence');
      }
      if (!isKnown) throw refuse('NOT_FOUND', 'sequence');
      return { isDone: true };
    });
  }
}
