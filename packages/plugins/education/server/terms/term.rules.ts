import { optionalWords, refuse, requiredWords } from '@weixiang/kernel';
import type { OpenTermInput } from './term.inputs.js';

const maxCapacity = 1_000;
const time = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What a term says of itself. */
export interface TermPlan {
  name: string;
  startsOn: string;
  endsOn: string;
  weekdays: number[];
  startsAt: string | null;
  endsAt: string | null;
  capacity: number;
}

/**
 * The plan of a term as it was given, checked.
 * @throws Refusal that blames the field to mend.
 */
export function planOf(input: OpenTermInput, today: string): TermPlan {
  const { startsOn, endsOn, capacity } = input;
  const name = requiredWords(input.name, 'name', 100);
  if (endsOn < startsOn) throw refuse('DATES_REVERSED', 'endsOn');
  if (endsOn < today) throw refuse('TERM_ENDED_BEFORE_OPEN', 'endsOn');
  const weekdays = weekdaysOf(input.weekdays);
  const startsAt = timeOf(input.startsAt, 'startsAt');
  const endsAt = timeOf(input.endsAt, 'endsAt');
  if (startsAt !== null && endsAt !== null && endsAt <= startsAt) throw refuse('TIMES_REVERSED', 'endsAt');
  refuseCapacity(capacity);
  return { name, startsOn, endsOn, weekdays, startsAt, endsAt, capacity };
}

/** @throws Refusal unless a term can have so many seats. */
export function refuseCapacity(capacity: number): void {
  if (capacity < 1 || capacity > maxCapacity) throw refuse('CAPACITY_INVALID', 'capacity', { limit: maxCapacity });
}

/** Days of the week in order. @throws Refusal unless there is one, and each is 1 to 7. */
export function weekdaysOf(given: readonly number[]): number[] {
  const weekdays = [...new Set(given)].toSorted((a, b) => a - b);
  if (weekdays.length === 0 || weekdays.some((day) => day < 1 || day > 7)) throw refuse('WEEKDAYS_INVALID', 'weekdays');
  return weekdays;
}

/** A local time such as 16:30, or null. @throws Refusal when it is none. */
export function timeOf(words: string | null | undefined, field: string): string | null {
  const given = optionalWords(words, field, 5);
  if (given !== null && !time.test(given)) throw refuse('TIME_INVALID', field);
  return given;
}
