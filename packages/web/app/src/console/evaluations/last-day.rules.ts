/** The last instant at which something is open: it closes at midnight, and the day that people know is the one before. */
export function lastDay(closesAt: string): string {
  return new Date(Date.parse(closesAt) - 1).toISOString();
}
