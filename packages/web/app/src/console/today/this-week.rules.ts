/** The days of the week, Monday first, that a day lies in. `weekOf('2026-05-19') // ['2026-05-18', … '2026-05-24']` */
export function weekOf(today: string): string[] {
  const noon = Date.parse(`${today}T12:00:00Z`);
  const sinceMonday = (new Date(noon).getUTCDay() + 6) % 7;
  return Array.from({ length: 7 }, (_, at) => new Date(noon + (at - sinceMonday) * 86_400_000).toISOString().slice(0, 10));
}
