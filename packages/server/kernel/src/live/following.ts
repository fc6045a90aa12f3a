import { type DocumentNode, type GraphQLResolveInfo, parse } from 'graphql';
import type { FedEvent } from '../events/tenant.feed.js';
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
  ) {}

  /** Whether who asks in this context may be told. */
  isFor(context: RequestContext): Promise<boolean> {
    return this.following.isVisible((question, variables) => ask(context, this.schema, question, variables), this.event);
  }
}

/**
 * The source of a subscription: the tenant's events that concern it. Each is looked at anew, with the rights that the
 * subscriber then has, before it is told.
 *
 * @example `subscribe: ({ context, info }) => follow(context, info, { concerns: ({ subject }) => subject === 'Wish', isVisible })`
 */
export function follow({ kernel, tenant }: RequestContext, { schema }: Pick<GraphQLResolveInfo, 'schema'>, following: Following): Promise<AsyncIterable<LiveEvent>> {
  return kernel.feed.follow(tenant.id, (event) => (following.concerns(event) ? new LiveEvent(event, following, schema) : null));
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

async function ask({ reads }: RequestContext, schema: GraphQLResolveInfo['schema'], { text, document }: Question, variables: Record<string, unknown>): Promise<Record<string, unknown>> {
  const answer = await reads.operation({ schema, document, documentKey: `live ${text}`, operationName: null, variables });
  // An argument that cannot be, an id of no noun, finds nothing.
  return answer === null ? {} : Object(JSON.parse(answer));
}
