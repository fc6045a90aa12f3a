import type { LedgerRow, RowOutcome, RowProblem } from '@weixiang/kernel';
import type { NewProblem } from './problem.store.js';

/** What became of a batch of rows. */
export interface RowTally {
  accepted: number;
  unchanged: number;
  rejected: number;
  problems: NewProblem[];
}

/** A row that the importer stumbled over: nothing that its author can mend. */
const rowFailed = {
  code: 'ROW_FAILED',
  message: { zh: '这一行没能导入，系统出了问题，请把台账发给我们', en: 'This row could not be imported; something went wrong here, please send us the ledger' },
} as const;

/** Sums up the outcomes of rows, in their order. @throws Error when the importer did not answer for each row. */
export function tallyOf(ledger: string, rows: readonly LedgerRow[], outcomes: readonly RowOutcome[], warnings: readonly RowProblem[]): RowTally {
  if (outcomes.length !== rows.length) throw new Error(`The importer of ${ledger} answered for ${outcomes.length} of ${rows.length} rows.`);
  const tally: RowTally = { accepted: 0, unchanged: 0, rejected: 0, problems: warnings.map((warning) => ({ ...warning, isWarning: true })) };
  outcomes.forEach((outcome, at) => {
    tally[outcome.kind] += 1;
    if (outcome.kind !== 'rejected') return;
    // The row itself is kept once, however much is wrong with it.
    tally.problems.push(...outcome.problems.map((problem, nth) => ({ ...problem, isWarning: false, cells: nth === 0 ? rows[at]?.cells : undefined })));
  });
  return tally;
}

/** The tally of one row that the importer stumbled over. */
export function stumbledOver({ row, cells }: LedgerRow): RowTally {
  return { accepted: 0, unchanged: 0, rejected: 1, problems: [{ row, column: null, ...rowFailed, isWarning: false, cells }] };
}
