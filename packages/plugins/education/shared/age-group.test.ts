import { describe, expect, it } from 'vitest';
import { ageGroupOf } from './age-group.rules.js';

describe('the age group of a child', () => {
  it('goes by the age reached in the year of the first day', () => {
    expect([2021, 2020, 2018, 2017, 2012, 2009, 2008].map((year) => ageGroupOf(year, '2026-09-01'))).toEqual([
      'preschool', 'lowerPrimary', 'lowerPrimary', 'upperPrimary', 'junior', 'senior', null,
    ]);
  });
});
