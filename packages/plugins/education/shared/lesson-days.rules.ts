/** Which days of a term have lessons. */
export interface WeeklyPlan {
  /** First and last day, YYYY-MM-DD. */
  from: string;
  to: string;
  /** 1 (Monday) to 7 (Sunday). */
  weekdays: readonly number[];
  /** Holidays, and whatever else falls out. */
  skip: ReadonlySet<string>;
}

const oneDay = 86_400_000;

/**
 * The days of a weekly plan in order, and those that fall out of it.
 * @example lessonDays({ from: '2026-09-28', to: '2026-10-12', weekdays: [1], skip: new Set(['2026-10-05']) }) // { days: ['2026-09-28', '2026-10-12'], skipped: ['2026-10-05'] }
 */
export function lessonDays({ from, to, weekdays, skip }: WeeklyPlan): { days: string[]; skipped: string[] } {
  const days: string[] = [];
  const skipped: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += oneDay) {
    const day = new Date(at);
    if (!weekdays.includes(day.getUTCDay() || 7)) continue;
    const date = day.toISOString().slice(0, 10);
    (skip.has(date) ? skipped : days).push(date);
  }
  return { days, skipped };
}
