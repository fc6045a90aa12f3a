import { describe, expect, it } from 'vitest';
import { canBeAdult, isBirthYear, needsConsentFirst, needsGuardian } from './guardian.rules.js';

const startsOn = '2026-09-01';

describe('the age on the first day of a term, known by the year of birth alone', () => {
  it.each([
    [2007, false],
    [2008, true],
    [2016, true],
  ])('asks for the guardian of somebody born in %i: %s', (birthYear, isNeeded) => {
    expect(needsGuardian(birthYear, startsOn)).toBe(isNeeded);
  });

  it.each([
    [2011, false],
    [2012, true],
    [2026, true],
  ])('keeps nothing of somebody born in %i before consent: %s', (birthYear, isNeeded) => {
    expect(needsConsentFirst(birthYear, startsOn)).toBe(isNeeded);
  });

  it('takes who turns eighteen in the year for a minor and for an adult, each where that is the careful answer', () => {
    expect([needsGuardian(2008, startsOn), canBeAdult(2008, startsOn)]).toEqual([true, true]);
    expect(canBeAdult(2009, startsOn)).toBe(false);
  });

  it('knows years in which nobody who comes was born', () => {
    expect([0, 1905, 2027, 2016.5].map((year) => isBirthYear(year, startsOn))).toEqual([false, false, false, false]);
    expect([1906, 2026].map((year) => isBirthYear(year, startsOn))).toEqual([true, true]);
  });
});
