import type { Text } from '@weixiang/shared';
import type { Transaction } from '../write/transaction.js';
import type { LedgerRow, RowProblem } from './row.js';

/** What became of one row. */
export type RowOutcome = { kind: 'accepted' } | { kind: 'unchanged' } | { kind: 'rejected'; problems: RowProblem[] };

/** Where an importer notes what is no refusal: a new vocabulary term, an ignored column. */
export type Warn = (problem: RowProblem) => void;

/** How one kind of ledger becomes records. Rows come in batches; each batch is one transaction. */
export interface LedgerImporter {
  /** File name without extension: `wishes`. */
  ledger: string;
  /** What the ledger is called: 心愿台账; its name when left out. */
  label?: Text;
  /** Permission that the uploader needs at the tenant's root. */
  permission: string;
  /** Headers that must be there; others are warned of and ignored. */
  required: readonly string[];
  optional?: readonly string[];
  /** Header of the column that numbers the rows of one file: a row that `repeats` a number says so. */
  distinct?: string;
  /** Optional header under which an export names the record of a row that has no number of its own. */
  record?: string;
  /** Called for each batch in file order. Must be repeatable: a row that is there already is `unchanged`. */
  importRows(tx: Transaction, rows: readonly LedgerRow[], warn: Warn): Promise<RowOutcome[]>;
  /** Called once after the last batch (paths to compute, parents to link). */
  finish?(tx: Transaction): Promise<void>;
}
