import type { ApolloLink } from '@apollo/client';
import { getMainDefinition } from '@apollo/client/utilities/internal';
import { isUnreachable, returnAfter } from './problem.js';

/** Longest that a page waits by itself, in milliseconds; then the person decides. */
const longestWait = 10_000;
const tries = 3;

/**
 * Whether to ask once more by itself: a question that found no network once, and what a server with too much to do told to
 * come again, a change only where its key sees to it that nothing is done twice.
 */
export function isAskedAgain(count: number, operation: Pick<ApolloLink.Operation, 'query' | 'variables'>, error: unknown): boolean {
  if (returnAfter(error) !== null) return count < tries && (isQuestion(operation) || isKeyed(operation));
  return count < 2 && isUnreachable(error) && isQuestion(operation);
}

/** How long to wait before that, in milliseconds; never everybody equally long. `share` is from 0 to 1. */
export function waitBefore(count: number, error: unknown, share = Math.random()): number {
  const told = returnAfter(error);
  if (told === null) return 600 * (0.5 + share);
  return Math.min(longestWait, told * 1000 * 2 ** (count - 1) * (1 + share / 2));
}

function isQuestion({ query }: Pick<ApolloLink.Operation, 'query'>): boolean {
  const main = getMainDefinition(query);
  return main.kind === 'OperationDefinition' && main.operation === 'query';
}

function isKeyed({ variables }: Pick<ApolloLink.Operation, 'variables'>): boolean {
  const input: unknown = variables['input'];
  return typeof input === 'object' && input !== null && 'idempotencyKey' in input && typeof input.idempotencyKey === 'string';
}
