/**
 * Days as short as they can be told apart: the year only where it changes, numbers in place of words.
 * @example compactDays(['2025-04-28', '2025-05-06', '2026-01-02']) // ['2025.4.28', '5.6', '2026.1.2']
 */
export function compactDays(days: readonly string[]): string[] {
  return days.map((day, index) => {
    const [year, month, date] = day.slice(0, 10).split('-').map(Number);
    return days[index - 1]?.slice(0, 4) === day.slice(0, 4) ? `${month}.${date}` : `${year}.${month}.${date}`;
  });
}
