import type { LedgerRow, RowOutcome, RowProblem } from '@weixiang/kernel';
import { parseTypeId } from '@weixiang/shared';

/** Header under which an export names the record of a row without a number of its own. */
export const recordColumn = '系统编号';

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

/** UUIDs of the records that these words or rows name, of one kind; whether they are of this tenant is for the query to find. */
export function uuidsOf(prefix: string, ids: readonly (string | undefined)[]): string[] {
  return ids.flatMap((id) => {
    const parsed = id === undefined ? null : parseTypeId(id);
    return parsed?.prefix === prefix ? [parsed.uuid] : [];
  });
}

/** A row that was exported from a record which says something else by now: neither is lost without a word. */
export function differs(row: LedgerRow): RowOutcome {
  return refused(
    problem(row, recordColumn, 'RECORD_DIFFERS', '这一行与系统里的记录不同，没有改动；请在页面上更正', 'This row differs from the record here, which was left as it is; correct it on its page'),
  );
}
