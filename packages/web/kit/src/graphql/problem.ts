import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** What stopped an answer, in the terms a page can speak of. */
export type Problem = 'unreachable' | 'signedOut' | 'forbidden' | 'tooMany' | 'broken';

/** True when no answer came at all: no network, or nobody there. */
export function isUnreachable(error: unknown): boolean {
  if (CombinedGraphQLErrors.is(error)) return false;
  if (ServerError.is(error)) return error.statusCode === 502 || error.statusCode === 503 || error.statusCode === 504;
  return error instanceof TypeError;
}

/** Sorts whatever a request threw: `problemOf(error) === 'unreachable'`. */
export function problemOf(error: unknown): Problem {
  if (isUnreachable(error)) return 'unreachable';
  if (ServerError.is(error)) return problemOfStatus(error.statusCode);
  if (!CombinedGraphQLErrors.is(error)) return 'broken';
  const codes = error.errors.map((each) => each.extensions?.['code']);
  if (codes.includes('UNAUTHENTICATED')) return 'signedOut';
  if (codes.includes('FORBIDDEN')) return 'forbidden';
  if (codes.includes('TOO_MANY_REQUESTS')) return 'tooMany';
  return 'broken';
}

function problemOfStatus(status: number): Problem {
  if (status === 401) return 'signedOut';
  if (status === 403) return 'forbidden';
  if (status === 429) return 'tooMany';
  return 'broken';
}
