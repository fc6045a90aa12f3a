import { GraphQLError, type ExecutionResult } from 'graphql';
import { FellBehind } from '../events/follower.js';
import type { RequestContext } from '../request/context.js';
import { tellClient } from '../schema/errors.js';

/** Answers to events, one after the other. A generator function could not be ended while it waits for its next event. */
export class Answers implements AsyncGenerator<ExecutionResult, void> {
  private isOver = false;

  constructor(
    private readonly source: AsyncIterator<unknown>,
    private readonly answer: (event: unknown) => Promise<ExecutionResult | null>,
    private readonly context: RequestContext,
  ) {}

  async next(): Promise<IteratorResult<ExecutionResult, void>> {
    while (!this.isOver) {
      try {
        const { done, value } = await this.source.next();
        if (done) break;
        const answer = await this.answer(value);
        if (answer && !this.isOver) return { done: false, value: answer };
      } catch (error) {
        // Told as the last answer: a client that keeps the stream would wait for ever.
        await this.return();
        return { done: false, value: told({ errors: [asGraphQLError(error)] }, this.context) };
      }
    }
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<ExecutionResult, void>> {
    this.isOver = true;
    await this.source.return?.();
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<IteratorResult<ExecutionResult, void>> {
    await this.return();
    throw error;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** A result with errors as the client may read them. */
export function told(result: ExecutionResult, context: RequestContext): ExecutionResult {
  if (!result.errors) return result;
  return { ...result, errors: result.errors.map((error) => tellClient(error, context, context.kernel.log)) };
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (error instanceof FellBehind) return new GraphQLError('Too much happened at once. Read again what you follow, then subscribe again.', { extensions: { code: 'FELL_BEHIND' } });
  return new GraphQLError('The subscription broke off.', { originalError: error instanceof Error ? error : new Error(String(error)) });
}
