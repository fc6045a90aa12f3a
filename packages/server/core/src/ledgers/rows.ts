import type { LedgerRow, RowOutcome, RowProblem } from '@weixiang/kernel';

/** What is wrong with a row, or worth noting about it. */
export function problem({ row }: LedgerRow, column: string, code: string, zh: string, en: string): RowProblem {
  return { row, column, code, message: { zh, en } };
}

/** A row that is refused. */
export function refused(...problems: RowProblem[]): RowOutcome {
  return { kind: 'rejected', problems };
}

/** A word that the ledger brought into the tenant's vocabulary. */
export function newTerm(row: LedgerRow, column: string, word: string): RowProblem {
  return problem(row, column, 'NEW_TERM', `“${word}”是新的词，已加入词汇`, `“${word}” is new; it was added to the vocabulary`);
}

/** What identifies a row without a number of its own: identical rows are legal and both count. */
export function keyOf({ content, occurrence }: LedgerRow): string {
  return `${content}#${occurrence}`;
}

/** The filled cells of a column, as text, for one look-up a batch. */
export function wordsOf(rows: readonly LedgerRow[], column: string): string[] {
  const words = rows.map(({ cells }) => cells[column]).filter((cell) => cell !== undefined);
  return [...new Set(words.map((cell) => String(cell).trim()))];
}
