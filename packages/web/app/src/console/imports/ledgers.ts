/** Largest file that is sent at all; the server has the last word. */
export const largestFile = 50 * 1024 * 1024;

/** The ledger that a file is by its name: `wishes.xlsx`, `wishes (1).xlsx`, `2025-wishes.xlsx`. Empty when it does not say. */
export function ledgerOf(fileName: string, known: readonly string[]): string {
  const stem = fileName
    .toLowerCase()
    .replace(/\.xlsx$/, '')
    .replace(/\s*\(\d+\)$/, '')
    .replaceAll('_', '-')
    .trim();
  return (
    known.find((ledger) => stem === ledger) ?? known.find((ledger) => stem.endsWith(ledger) || stem.startsWith(ledger)) ?? ''
  );
}
