import { describe, expect, it } from 'vitest';
import { matchConditions } from './abilities.js';

describe('conditions of rules', () => {
  it('match a relation by the id of what it points at', () => {
    const isOwn = matchConditions({ wisher: 'a' });
    expect(isOwn({ wisher: { id: 'a' } })).toBe(true);
    expect(isOwn({ wisher: 'a' })).toBe(true);
    for (const record of [{ wisher: { id: 'b' } }, { wisher: null }, {}]) expect(isOwn(record)).toBe(false);
    expect(matchConditions({ wisher: { $in: ['a', 'b'] } })({ wisher: { id: 'b' } })).toBe(true);
  });

  it('compare dates and numbers as such', () => {
    expect(matchConditions({ at: { $lt: new Date(5) } })({ at: new Date(4) })).toBe(true);
    expect(matchConditions({ count: { $gte: 10 } })({ count: 9 })).toBe(false);
  });

  it('match paths within subtrees', () => {
    const within = matchConditions({ orgPath: { $within: ['a.b'] } });
    expect([within({ orgPath: 'a.b' }), within({ orgPath: 'a.b.c' }), within({ orgPath: 'a.bc' }), within({})]).toEqual([true, true, false, false]);
  });
});
