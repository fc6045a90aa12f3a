import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { RequestContext } from '../request/context.js';
import { Answers, told } from './answers.js';
import { LiveEvent } from './following.js';
import { renewed } from './renewed.js';

/** What graphql-js runs a subscription with; its context is the subscriber's as it subscribed. */
export interface LiveArguments extends ExecutionArgs {
  contextValue: RequestContext;
}

/** A subscription that passed every check. */
export class LiveOperation {
  constructor(readonly args: LiveArguments) {}

  /** Begins: one answer for each event that the subscriber may know of. Ending the answers ends all. */
  async begin(): Promise<Answers | ExecutionResult> {
    const { contextValue } = this.args;
    const source = await createSourceEventStream(this.args);
    if (!(Symbol.asyncIterator in source)) return told(source, contextValue);
    return new Answers(source[Symbol.asyncIterator](), (event) => this.answer(event), contextValue);
  }

  /** The answer to one event; null when the subscriber is not to know. */
  private async answer(event: unknown): Promise<ExecutionResult | null> {
    if (!(event instanceof LiveEvent)) throw new Error('A subscription tells what `follow` gives it and nothing else.');
    const contextValue = await renewed(this.args.contextValue);
    if (!(await event.isFor(contextValue))) return null;
    return told(await execute({ ...this.args, contextValue, rootValue: event.event }), contextValue);
  }
}
