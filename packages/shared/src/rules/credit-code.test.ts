import { describe, expect, it } from 'vitest';
import { creditCodeCheckCharacter, parseCreditCode } from './credit-code.rules.js';

describe('parseCreditCode', () => {
  // The first is the code that articles on the standard work through, the second is Tencent's, the others are a ledger's.
  it.each(['91350100M000100Y43', '9144030071526726XG', '52999999000000001L', '52999999000000002P'])('accepts %s', (code) => {
    expect(parseCreditCode(code)).toBe(code);
    expect(creditCodeCheckCharacter(code)).toBe(code.at(-1));
  });

  it('mends case, spaces and full-width letters', () => {
    expect(parseCreditCode(' 5299 9999 0000 0000 1l ')).toBe('52999999000000001L');
    expect(parseCreditCode('５２９９９９９９００００００００１Ｌ')).toBe('52999999000000001L');
  });

  it.each([
    ['a wrong check character', '91350100M000100Y44'],
    ['two neighbours swapped', '91350010M000100Y43'],
    ['17 characters', '91350100M000100Y4'],
    ['a letter that the standard leaves out', '9135010OM000100Y43'],
    ['letters in the area code', '9135A100M000100Y43'],
    ['nothing', ''],
  ])('refuses %s', (_, code) => {
    expect(parseCreditCode(code)).toBeNull();
  });
});
