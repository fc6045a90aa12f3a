import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** What stopped an answer, in the terms a page can speak of. */
export type Problem = 'unreachable' | 'busy' | 'signedOut' | 'forbidden' | 'tooMany' | 'broken';

/** True when no answer came at all: no network, or nobody there. */
export function isUnreachable(error: unknown): boolean {
  if (CombinedGraphQLErrors.is(error)) return false;
  if (ServerError.is(error)) return error.statusCode === 502 || (error.statusCode === 503 && returnAfter(error) === null) || error.statusCode === 504;
  return error instanceof TypeError;
}

/** Seconds after which a server with too much to do asked to come again; null when it did not. */
export function returnAfter(error: unknown): number | null {
  if (!ServerError.is(error) || (error.statusCode !== 503 && error.statusCode !== 429)) return null;
  const seconds = Number(error.response.headers.get('retry-after') ?? Number.NaN);
  return seconds >= 0 ? seconds : null;
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
  if (status === 503) return 'busy';
  return 'broken';
}
