import { isBirthYear } from '../../shared/guardian.rules.js';

/** A year of birth as typed, or undefined while it cannot be one of somebody who comes to a term that starts on this day. */
export function birthYearOf(typed: string, startsOn: string): number | undefined {
  const year = /^\d{4}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return isBirthYear(year, startsOn) ? year : undefined;
}
