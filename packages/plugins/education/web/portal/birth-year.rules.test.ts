import { describe, expect, it } from 'vitest';
import { birthYearOf } from './birth-year.rules.js';

describe('a learner’s year of birth', () => {
  it('is taken only when it can be one', () => {
    expect(birthYearOf(' 2016 ', '2026-12-05')).toBe(2016);
    expect([birthYearOf('16', '2026-12-05'), birthYearOf('2030', '2026-12-05'), birthYearOf('1800', '2026-12-05')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
