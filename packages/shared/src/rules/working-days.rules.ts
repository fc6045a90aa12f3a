import { Temporal } from 'temporal-polyfill';
import { dateIn } from './period.rules.js';

/** Which days differ from the week's rule: holidays, and weekends that are worked instead (调休). Dates as YYYY-MM-DD. */
export interface HolidayCalendar {
  readonly daysOff: ReadonlySet<string>;
  readonly daysWorked: ReadonlySet<string>;
}

/** Weekends and nothing else. */
export const WEEKENDS_ONLY: HolidayCalendar = { daysOff: new Set(), daysWorked: new Set() };

/** Whether people are at work on the date (YYYY-MM-DD). `isWorkingDay('2025-03-08') // false, a Saturday` */
export function isWorkingDay(date: string, calendar: HolidayCalendar = WEEKENDS_ONLY): boolean {
  if (calendar.daysWorked.has(date)) return true;
  if (calendar.daysOff.has(date)) return false;
  return Temporal.PlainDate.from(date).dayOfWeek <= 5;
}

/**
 * The date `count` working days after a date; that date itself does not count. Throws a RangeError when the calendar
 * leaves no working day for ten years.
 * @example workingDaysAfter('2025-03-07', 3) // '2025-03-12': Friday, then Monday, Tuesday, Wednesday
 */
export function workingDaysAfter(date: string, count: number, calendar: HolidayCalendar = WEEKENDS_ONLY): string {
  let day = Temporal.PlainDate.from(date);
  const last = day.add({ years: 10 });
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    if (Temporal.PlainDate.compare(day, last) > 0) throw new RangeError(`No ${count} working days follow ${date}.`);
    if (isWorkingDay(day.toString(), calendar)) left -= 1;
  }
  return day.toString();
}

/**
 * When a deadline of so many working days ends: the last millisecond of that day in the zone. The day on which it
 * begins does not count and the last day counts to midnight (民法典 201, 203).
 * @example deadlineAfterWorkingDays(new Date('2025-03-07T02:00:00Z'), 3, 'Asia/Shanghai') // 2025-03-12T15:59:59.999Z
 */
export function deadlineAfterWorkingDays(
  start: Date,
  count: number,
  timeZone: string,
  calendar: HolidayCalendar = WEEKENDS_ONLY,
): Date {
  const first = dateIn(start, timeZone);
  const known = endsUnder(calendar);
  const key = `${first} ${count} ${timeZone}`;
  let end = known.get(key);
  if (end === undefined) {
    const last = Temporal.PlainDate.from(workingDaysAfter(first, count, calendar));
    end = last.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds - 1;
    if (known.size < mostEnds) known.set(key, end);
  }
  return new Date(end);
}

// The same few days, for every wish of a day and every row of a ledger.
const ends = new WeakMap<HolidayCalendar, Map<string, number>>();
const mostEnds = 10_000;

function endsUnder(calendar: HolidayCalendar): Map<string, number> {
  let known = ends.get(calendar);
  if (!known) ends.set(calendar, (known = new Map()));
  return known;
}
