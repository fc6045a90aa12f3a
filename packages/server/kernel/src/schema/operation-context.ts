import type { RequestContext } from '../request/context.js';

/** What answering an operation takes of a request, a tenant's or the platform's. */
export interface OperationContext extends Pick<RequestContext, 'features' | 'language' | 'requestId'> {
  /** Answers whole operations as text, or null when node has to run them. */
  reads: Pick<RequestContext['reads'], 'operation'>;
  /**
   * What resolvers get as `@Ctx()`; asked for when node has to run the operation, and who asks is looked up for it.
   * @param onlyWrites Whether all that it does first is to write: the write finds out who asks.
   */
  resolverContext(onlyWrites: boolean): Promise<object>;
}
