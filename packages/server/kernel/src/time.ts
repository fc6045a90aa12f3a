import { Temporal } from 'temporal-polyfill';

/** The calendar date (YYYY-MM-DD) of an instant in a time zone. */
export function toDate(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
