const DAY = 86_400_000;
// Day 1 is 1 January 1900, and Excel counts a 29 February 1900 that never was: from March on, days stand one off.
const BEFORE_MARCH_1900 = Date.UTC(1899, 11, 31);
const FROM_MARCH_1900 = Date.UTC(1899, 11, 30);
const FROM_1904 = Date.UTC(1904, 0, 1);
const LAST_SERIAL = 2_958_465; // 31 December 9999

/**
 * The day (YYYY-MM-DD) of Excel's serial number, its time of day left out; null when Excel knows no such day.
 * @example dateOfSerial(45720, false) // '2025-03-04'
 */
export function dateOfSerial(serial: number, countsFrom1904: boolean): string | null {
  const days = Math.floor(serial);
  if (!(days >= (countsFrom1904 ? 0 : 1) && days <= LAST_SERIAL) || (days === 60 && !countsFrom1904)) return null;
  const start = countsFrom1904 ? FROM_1904 : days < 60 ? BEFORE_MARCH_1900 : FROM_MARCH_1900;
  const date = new Date(start + days * DAY).toISOString();
  return /^\d{4}-/.test(date) ? date.slice(0, 10) : null;
}
