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

/** A period as whole months, and what of their days is missing or too much. */
export interface WholeMonths {
  /** First days of the first and of the last month. */
  months: readonly [string, string];
  /** First and last day of these months. */
  days: readonly [string, string];
  /** First and last day of what is to be added to the months, or taken away from them. */
  ends: readonly { days: readonly [string, string]; isAdded: boolean }[];
}

/**
 * The months from one day to another, both included, and what is to be added to them or taken away again, whichever is
 * shorter; days after `today` are few, so they are taken away. Null when nothing is left that is a whole month.
 * @example wholeMonthsOf('2025-01-20', '2025-03-25', '2026-01-01')
 * // { months: ['2025-02-01', '2025-03-01'], days: ['2025-02-01', '2025-03-31'], ends: [{ days: ['2025-01-20', '2025-01-31'], isAdded: true }, { days: ['2025-03-26', '2025-03-31'], isAdded: false }] }
 */
export function wholeMonthsOf(from: string, to: string, today: string): WholeMonths | null {
  const [start, end] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const withFirst = start.day - 1 <= start.daysInMonth - start.day;
  const withLast = end.daysInMonth - end.day <= end.day || to >= today;
  const first = start.with({ day: 1 }).add({ months: withFirst ? 0 : 1 });
  const afterLast = end.with({ day: 1 }).add({ months: withLast ? 1 : 0 });
  if (Temporal.PlainDate.compare(first, afterLast) >= 0) return null;
  const [before, after] = [start.subtract({ days: 1 }), end.add({ days: 1 })];
  return {
    months: [first.toString(), afterLast.subtract({ months: 1 }).toString()],
    days: [first.toString(), afterLast.subtract({ days: 1 }).toString()],
    ends: [
      ...(withFirst ? daysFrom(first, before, false) : daysFrom(start, first.subtract({ days: 1 }), true)),
      ...(withLast ? daysFrom(after, afterLast.subtract({ days: 1 }), false) : daysFrom(afterLast, end, true)),
    ],
  };
}

function daysFrom(one: Temporal.PlainDate, other: Temporal.PlainDate, isAdded: boolean): WholeMonths['ends'] {
  return Temporal.PlainDate.compare(one, other) <= 0 ? [{ days: [one.toString(), other.toString()], isAdded }] : [];
}

function startOf(date: Temporal.PlainDate, timeZone: string): Date {
  return new Date(date.toZonedDateTime(timeZone).epochMilliseconds);
}
