import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { describe, expect, it } from 'vitest';
import { isUnreachable, problemOf } from './problem.js';

const failed = (status: number) => new ServerError('failed', { response: new Response(null, { status }), bodyText: '' });
const answered = (code: string) => new CombinedGraphQLErrors({ errors: [{ message: 'no', extensions: { code } }] });

describe('what stopped a request', () => {
  it('is the network when nobody answered or a proxy answered for nobody', () => {
    expect(problemOf(new TypeError('Failed to fetch'))).toBe('unreachable');
    expect(problemOf(failed(503))).toBe('unreachable');
  });

  it('is the person’s standing when the server says so', () => {
    expect(problemOf(answered('UNAUTHENTICATED'))).toBe('signedOut');
    expect(problemOf(answered('FORBIDDEN'))).toBe('forbidden');
    expect(problemOf(failed(429))).toBe('tooMany');
  });

  it('is a fault of ours in every other case, and is not asked again', () => {
    expect(problemOf(answered('INTERNAL_SERVER_ERROR'))).toBe('broken');
    expect(problemOf(failed(500))).toBe('broken');
    expect(isUnreachable(failed(500))).toBe(false);
  });
});
