import { gql } from '@apollo/client';
import { ServerError } from '@apollo/client/errors';
import { describe, expect, it } from 'vitest';
import { problemOf } from './problem.js';
import { isAskedAgain, waitBefore } from './retry.js';

const busy = (status: number, after?: string) => new ServerError('busy', { response: new Response(null, { status, headers: after === undefined ? {} : { 'retry-after': after } }), bodyText: '' });
const question = { query: gql`query { wishes { totalCount } }`, variables: {} };
const change = (input: object) => ({ query: gql`mutation ($input: MakeWishInput!) { makeWish(input: $input) { refusals { code } } }`, variables: { input } });

describe('asking again', () => {
  it('happens a few times when the server told to come again, and not for ever', () => {
    expect([1, 2, 3].map((count) => isAskedAgain(count, question, busy(503, '2')))).toEqual([true, true, false]);
    expect(isAskedAgain(1, question, busy(429, '2'))).toBe(true);
    expect(isAskedAgain(1, question, busy(429))).toBe(false);
  });

  it('never makes a change twice: only what has a key is sent again, and only when the server did not take it', () => {
    expect(isAskedAgain(1, change({ idempotencyKey: 'k' }), busy(503, '1'))).toBe(true);
    expect(isAskedAgain(1, change({}), busy(503, '1'))).toBe(false);
    expect(isAskedAgain(1, change({ idempotencyKey: 'k' }), new TypeError('Failed to fetch'))).toBe(false);
  });

  it('waits as long as it was told at least, longer each time, and never too long', () => {
    expect(waitBefore(1, busy(503, '2'), 0)).toBe(2_000);
    expect(waitBefore(2, busy(503, '2'), 1)).toBe(6_000);
    expect(waitBefore(2, busy(503, '60'), 1)).toBe(10_000);
    expect(waitBefore(1, new TypeError('Failed to fetch'), 0)).toBe(300);
  });

  it('ends in words of their own: busy is not gone', () => {
    expect(problemOf(busy(503, '2'))).toBe('busy');
    expect(problemOf(busy(503))).toBe('unreachable');
    expect(problemOf(busy(429, '2'))).toBe('tooMany');
  });
});
