import { type DocumentNode, type GraphQLResolveInfo, parse } from 'graphql';
import type { FedEvent } from '../events/tenant.feed.js';
import { mayBeTold, type ToldEvent } from '../events/told-event.js';
import { indexOf } from '../features/feature-index.js';
import type { RequestContext } from '../request/context.js';

/** Asks the read path a question of the server's own, as the person whose context it is. */
export type Ask = (question: Question, variables: Record<string, unknown>) => Promise<Record<string, unknown>>;

/** What a subscription follows. */
export interface Following {
  /** Whether an event concerns it, before anybody looks at permissions. */
  concerns(event: FedEvent): boolean;
  /** Whether its subscriber may know, by what the subscriber may read at this moment. */
  isVisible(ask: Ask, event: FedEvent): Promise<boolean>;
}

/** An event on its way to one subscriber, who may not be one to learn of it. */
export class LiveEvent {
  constructor(
    readonly event: FedEvent,
    private readonly following: Following,
    private readonly schema: GraphQLResolveInfo['schema'],
    /** Null for what was found to be the subscriber's own. */
    private readonly told: ToldEvent | null,
  ) {}

  /** Whether who asks in this context may be told. */
  async isFor(context: RequestContext): Promise<boolean> {
    const isVisible = await this.following.isVisible((question, variables) => ask(context, this.schema, question, variables), this.event);
    if (!isVisible || this.told === null) return isVisible;
    const { told, event } = this;
    return told.needs === undefined || context.kernel.database.inTenant(context.tenant.id, (em) => mayBeTold(em, context.actor, told, event));
  }
}

/**
 * The source of a subscription: the tenant's events that concern it and that a feature names as to be told. Each is looked at anew, with the rights that the
 * subscriber then has, before it is told.
 *
 * @example `subscribe: ({ context, info }) => follow(context, info, { concerns: ({ subject }) => subject === 'Wish', isVisible })`
 */
export function follow({ kernel, tenant, features }: RequestContext, { schema }: Pick<GraphQLResolveInfo, 'schema'>, following: Following): Promise<AsyncIterable<LiveEvent>> {
  const { events } = indexOf(features);
  return kernel.feed.follow(tenant.id, (event) => {
    const told = events.get(event.name);
    return told && following.concerns(event) ? new LiveEvent(event, following, schema, told) : null;
  });
}

const forWhoeverItIs: Following = { concerns: () => true, isVisible: () => Promise.resolve(true) };

/**
 * The source of a subscription to hints for one key (see the kernel's signals). Whoever subscribes has been found to be
 * one who may know of them; the answer itself is read anew, with the rights of that moment.
 *
 * @example `subscribe: ({ context, info }) => heed(context, info, 'notification', personId)`
 */
export function heed({ kernel, tenant }: RequestContext, { schema }: Pick<GraphQLResolveInfo, 'schema'>, topic: string, key: string): AsyncIterable<LiveEvent> {
  return kernel.signals.follow(tenant.id, topic, key, () => {
    const hint: FedEvent = { sequence: 0, name: topic, subject: topic, subjectId: key, at: kernel.clock.now() };
    return new LiveEvent(hint, forWhoeverItIs, schema, null);
  });
}

/** A question of the server's own: a query over records and nothing else. */
export interface Question {
  text: string;
  document: DocumentNode;
}

/** @example const node = question('query ($id: ID!) { node(id: $id) { __typename } }') */
export function question(text: string): Question {
  return { text, document: parse(text) };
}

/**
 * Asks the read path a question of the server's own, with the rights of whose context it is. What cannot be asked so (a
 * variable of another type) answers nothing.
 * @example const { wish } = await ask(context, context.kernel.schemas.of(context.features), byId, { id })
 */
export async function ask({ reads }: RequestContext, schema: GraphQLResolveInfo['schema'], { text, document }: Question, variables: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
  const answer = await reads.operation({ schema, document, documentKey: `live ${text}`, operationName: null, variables: { ...variables } });
  // An argument that cannot be, an id of no noun, finds nothing.
  return answer === null ? {} : Object(JSON.parse(answer));
}
