import type { Text } from '@weixiang/shared';

/** What a cell holds: text (also of a formula, or an error such as `#N/A`), a number, a boolean, or a date as YYYY-MM-DD. */
export type Cell = string | number | boolean;

/** One row of a ledger as it was read. */
export interface LedgerRow {
  /** Row number as the spreadsheet shows it; the headers are row 1. */
  row: number;
  /** Header → cell; absent when empty. Text, number, boolean, or a date as YYYY-MM-DD. */
  cells: Readonly<Record<string, Cell>>;
  /** Fingerprint of the ledger's own columns, whatever their order: 22 letters, alike in every file with this content. */
  content: string;
  /** How many rows with the same content came before in this file: identical rows are legal and both count. */
  occurrence: number;
  /** Row before this one in the file with the same value in the ledger's `distinct` column; absent when there is none. */
  repeats?: number;
  /** Id of the record that the row was exported from, as the ledger's `record` column has it; it may be of another tenant. */
  record?: string;
}

/** Why a row was refused, or what was noted about it. */
export interface RowProblem {
  row: number;
  column: string | null;
  code: string;
  message: Text;
}
