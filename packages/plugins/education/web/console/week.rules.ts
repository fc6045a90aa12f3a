const oneDay = 86_400_000;

/** The Monday of the week of a day, both YYYY-MM-DD. `mondayOf('2026-05-24') // '2026-05-18'` */
export function mondayOf(day: string): string {
  const at = Date.parse(day);
  return new Date(at - ((new Date(at).getUTCDay() + 6) % 7) * oneDay).toISOString().slice(0, 10);
}

/** So many days after a day. `daysAfter('2026-05-31', 1) // '2026-06-01'` */
export function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * oneDay).toISOString().slice(0, 10);
}

/**
 * The instant of a day and a local time in a zone, as ISO text.
 * @example instantAt('2026-05-20', '16:30', 'Asia/Shanghai') // '2026-05-20T08:30:00.000Z'
 */
export function instantAt(day: string, time: string, timeZone: string): string {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  return new Date(asUtc - offsetOf(new Date(asUtc - offsetOf(new Date(asUtc), timeZone)), timeZone)).toISOString();
}

/** How far a zone is ahead of UTC at an instant, in milliseconds. */
function offsetOf(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' }).format(at);
  return Date.parse(`${parts.replace(', ', 'T')}Z`) - Math.floor(at.getTime() / 1000) * 1000;
}
