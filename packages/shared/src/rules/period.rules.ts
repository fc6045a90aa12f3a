import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../clock.js';

/** Instants from `start` up to but not including `end`. */
export interface Period {
  readonly start: Date;
  readonly end: Date;
}

/** Whether the text is a day of the calendar, written YYYY-MM-DD. `isDate('2025-02-29') // false` */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= new Temporal.PlainYearMonth(year, month).daysInMonth;
}

/** Whether the text is a month, written YYYY-MM. `isMonth('2025-13') // false` */
export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** The day of an instant in the zone. `dateIn(new Date('2025-03-04T20:00:00Z'), 'Asia/Shanghai') // '2025-03-05'` */
export function dateIn(instant: Date, timeZone: string): string {
  const quarter = Math.floor(instant.getTime() / 900_000);
  const last = lastDates.get(timeZone);
  if (last?.quarter === quarter) return last.date;
  const date = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  if (quarter > firstWholeQuarter) lastDates.set(timeZone, { quarter, date });
  return date;
}

// Asked on every request, nearly always for now. Since 1973 every zone is whole quarters of an hour off, so no day begins inside one.
const firstWholeQuarter = Date.UTC(1973, 0) / 900_000;
const lastDates = new Map<string, { quarter: number; date: string }>();

/** The local time of an instant in the zone. `timeIn(new Date('2025-03-04T08:30:00Z'), 'Asia/Shanghai') // '16:30'` */
export function timeIn(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** The instant of a day (YYYY-MM-DD) and a local time in the zone. `instantAt('2025-03-04', '16:30', 'Asia/Shanghai') // 2025-03-04T08:30:00.000Z` */
export function instantAt(date: string, time: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds);
}

/** The day so many days after a day (YYYY-MM-DD). `daysAfter('2026-02-27', 2) // '2026-03-01'` */
export function daysAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Today, by the clock, in the zone. */
export function todayIn(timeZone: string, clock: Clock): string {
  return dateIn(clock.now(), timeZone);
}

/** The month of an instant in the zone. `monthIn(new Date('2025-01-31T16:00:00Z'), 'Asia/Shanghai') // '2025-02'` */
export function monthIn(instant: Date, timeZone: string): string {
  return dateIn(instant, timeZone).slice(0, 7);
}

/** The day before a date. `dayBefore('2026-03-01') // '2026-02-28'` */
export function dayBefore(date: string): string {
  return Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();
}

/** Days from one date to another. `daysBetween('2026-03-01', '2026-03-31') // 30` */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/**
 * The instants of [from, to], both days included, in the tenant's zone. Throws a RangeError on dates that are none or
 * stand the wrong way round.
 * @example periodOf('2025-01-01', '2025-12-31', 'Asia/Shanghai').start // 2024-12-31T16:00:00.000Z
 */
export function periodOf(from: string, to: string, timeZone: string): Period {
  if (!isDate(from) || !isDate(to)) throw new RangeError(`${from}–${to} is no period: dates are written YYYY-MM-DD.`);
  if (from > to) throw new RangeError(`${from}–${to} is no period: it ends before it begins.`);
  return { start: startOf(Temporal.PlainDate.from(from), timeZone), end: startOf(Temporal.PlainDate.from(to).add({ days: 1 }), timeZone) };
}

/** The instants of a month (YYYY-MM) in the zone. `periodOfMonth('2025-02', 'Asia/Shanghai')` */
export function periodOfMonth(month: string, timeZone: string): Period {
  const first = Temporal.PlainDate.from(`${month}-01`);
  return { start: startOf(first, timeZone), end: startOf(first.add({ months: 1 }), timeZone) };
}

/** Every month that [from, to] touches. `monthsBetween('2025-11-30', '2026-01-01') // ['2025-11', '2025-12', '2026-01']` */
export function monthsBetween(from: string, to: string): string[] {
  const last = to.slice(0, 7);
  const months: string[] = [];
  for (let month = Temporal.PlainYearMonth.from(from.slice(0, 7)); month.toString() <= last; month = month.add({ months: 1 })) {
    months.push(month.toString());
  }
  return months;
}

/** The whole months of a period, and the days that are left at its ends. */
export interface WholeMonths {
  /** First days of the first and of the last whole month. */
  months: readonly [string, string];
  /** First and last day of what is left before and after them. */
  ends: readonly (readonly [string, string])[];
}

/**
 * The whole months from one day to another, both included; null when there is none.
 * @example wholeMonthsOf('2025-01-15', '2025-03-31') // { months: ['2025-02-01', '2025-03-01'], ends: [['2025-01-15', '2025-01-31']] }
 */
export function wholeMonthsOf(from: string, to: string): WholeMonths | null {
  const [start, end] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const first = start.day === 1 ? start : start.with({ day: 1 }).add({ months: 1 });
  const afterLast = end.add({ days: 1 }).with({ day: 1 });
  if (Temporal.PlainDate.compare(first, afterLast) >= 0) return null;
  const ends = [[start, first.subtract({ days: 1 })], [afterLast, end]] as const;
  return {
    months: [first.toString(), afterLast.subtract({ months: 1 }).toString()],
    ends: ends.filter(([one, other]) => Temporal.PlainDate.compare(one, other) <= 0).map(([one, other]) => [one.toString(), other.toString()] as const),
  };
}

function startOf(date: Temporal.PlainDate, timeZone: string): Date {
  return new Date(date.toZonedDateTime(timeZone).epochMilliseconds);
}
