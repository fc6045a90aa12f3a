import { tagOf } from '../i18n/language.js';

/** Where and in which language a date is read. */
export type Reader = { language: string; timeZone: string };

/** `2026-05-21` is a day of the calendar, not an instant: it is read at noon UTC so that no zone moves it. */
function instantOf(value: string): { at: Date; isDay: boolean } {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return { at: new Date(isDay ? `${value}T12:00:00Z` : value), isDay };
}

function format(value: string, { language, timeZone }: Reader, options: Intl.DateTimeFormatOptions): string {
  const { at, isDay } = instantOf(value);
  if (Number.isNaN(at.getTime())) return '';
  return new Intl.DateTimeFormat(tagOf(language), { ...options, timeZone: isDay ? 'UTC' : timeZone }).format(at);
}

/** The calendar day of an instant in a zone, as `YYYY-MM-DD`; empty when there is no such instant. */
export function dayIn(timeZone: string, at: Date): string {
  if (Number.isNaN(at.getTime())) return '';
  // en-CA is the locale whose numeric date is ISO's.
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** Whole days of the calendar from one `YYYY-MM-DD` to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day as `YYYY-MM-DD` that a Date or DateTime falls on for the reader. */
export function dayOf(value: string, { timeZone }: Pick<Reader, 'timeZone'>): string {
  const { at, isDay } = instantOf(value);
  return isDay ? value : dayIn(timeZone, at);
}

/** “5月21日”, “21 May”; with its year when that is not the reader's: “2025年5月21日”. */
export function writeDay(value: string, reader: Reader, now: Date): string {
  return format(value, reader, {
    month: reader.language === 'en' ? 'short' : 'long',
    day: 'numeric',
    ...(writeOtherYear(value, reader, now) ? { year: 'numeric' } : {}),
  });
}

/** “5月”, “May”. */
export function writeShortMonth(value: string, reader: Reader): string {
  return format(value, reader, { month: 'short' });
}

/** “2025年”, “2025”: only for a day of another year than the reader's, else undefined. */
export function writeOtherYear(value: string, reader: Reader, now: Date): string | undefined {
  const isThisYear = dayOf(value, reader).slice(0, 4) === dayIn(reader.timeZone, now).slice(0, 4);
  return isThisYear ? undefined : format(value, reader, { year: 'numeric' });
}

/** “周三”, “Wed”. */
export function writeWeekday(value: string, reader: Reader): string {
  return format(value, reader, { weekday: 'short' });
}

/** “周六”, “Sat”, from the number of a weekday: 1 is Monday, 7 is Sunday. */
export function writeWeekdayNumber(weekday: number, reader: Reader): string {
  // 2024 began on a Monday.
  return writeWeekday(`2024-01-0${weekday}`, reader);
}

/**
 * Weekdays as they are said: three and more in a row as one stretch.
 * @example weekdayStretches([1, 2, 3, 4, 5, 7]) // [[1, 5], [7, 7]]
 */
export function weekdayStretches(weekdays: readonly number[]): [from: number, to: number][] {
  const stretches: [number, number][] = [];
  for (const weekday of [...weekdays].toSorted((one, other) => one - other)) {
    const last = stretches.at(-1);
    if (last?.[1] === weekday - 1) last[1] = weekday;
    else stretches.push([weekday, weekday]);
  }
  // Two days are named, not spanned: “周六、周日”.
  return stretches.flatMap(([from, to]): [number, number][] => (to - from === 1 ? [[from, from], [to, to]] : [[from, to]]));
}

/** “09:30”, “9:30 am”. */
export function writeTime(value: string, reader: Reader): string {
  return format(value, reader, { hour: reader.language === 'en' ? 'numeric' : '2-digit', minute: '2-digit', hourCycle: reader.language === 'en' ? 'h12' : 'h23' });
}

/** “2025年5月”, “May 2025”, from `2025-05` or any date. */
export function writeMonth(value: string, reader: Reader): string {
  const day = /^\d{4}-\d{2}$/.test(value) ? `${value}-01` : value;
  return format(day, reader, { year: 'numeric', month: reader.language === 'en' ? 'short' : 'long' });
}

/** How a deadline stands: how many days are left (0 is today), or how many it is late (0 is since earlier today). */
export function standingOf(dueAt: string, { timeZone }: Pick<Reader, 'timeZone'>, now: Date): { isLate: boolean; days: number } {
  const distance = daysBetween(dayIn(timeZone, now), dayOf(dueAt, { timeZone }));
  const isPast = /T/.test(dueAt) ? new Date(dueAt).getTime() < now.getTime() : distance < 0;
  return isPast ? { isLate: true, days: Math.max(0, -distance) } : { isLate: false, days: distance };
}
