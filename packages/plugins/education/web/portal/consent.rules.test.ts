import { describe, expect, it } from 'vitest';
import { birthYearOf, needsGuardian } from './consent.rules.js';

describe('a learner’s year of birth', () => {
  it('asks for a guardian up to eighteen, the birthday being unknown', () => {
    expect(needsGuardian(2008, 2026)).toBe(true);
    expect(needsGuardian(2007, 2026)).toBe(false);
    expect(needsGuardian(2019, 2026)).toBe(true);
  });

  it('is taken only when it can be one', () => {
    expect(birthYearOf('2016', 2026)).toBe(2016);
    expect([birthYearOf('16', 2026), birthYearOf('2030', 2026), birthYearOf('1800', 2026)]).toEqual([undefined, undefined, undefined]);
  });
});
