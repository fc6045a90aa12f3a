/** Longest period of a report. */
export const longestYears = 10;

/**
 * What is wrong with a period, or null. Both days are included, so ten years end the day before their first day's tenth
 * anniversary.
 * @example periodProblem('2025-12-31', '2025-01-01') // 'PERIOD_REVERSED'
 */
export function periodProblem(from: string, to: string): 'PERIOD_REVERSED' | 'PERIOD_TOO_LONG' | null {
  if (from > to) return 'PERIOD_REVERSED';
  const limit = `${String(Number(from.slice(0, 4)) + longestYears).padStart(4, '0')}${from.slice(4)}`;
  return to >= limit ? 'PERIOD_TOO_LONG' : null;
}
