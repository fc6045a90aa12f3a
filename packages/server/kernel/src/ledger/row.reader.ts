import type { CellReader } from './cell.readers.js';
import type { LedgerRow, RowProblem } from './row.js';

/** A record's fields: where each stands and how it is read. */
export type RowFields = Readonly<Record<string, readonly [header: string, reader: CellReader<unknown>]>>;

/** What the fields of a row become. */
export type RowValues<Fields extends RowFields> = {
  readonly [Name in keyof Fields]: Fields[Name] extends readonly [string, CellReader<infer Value>] ? Value : never;
};

/** The row's values, or everything that is wrong with it. */
export type RowResult<Fields extends RowFields> =
  | { readonly ok: true; readonly values: RowValues<Fields> }
  | { readonly ok: false; readonly problems: RowProblem[] };

/**
 * Reads a row's cells by their headers and lists every problem, not the first alone.
 * @example
 * const result = readRow(row, { words: ['心愿内容', text({ max: 1000 })], answer: ['答复', optional(text({ max: 1000 }))] });
 * if (!result.ok) return { kind: 'rejected', problems: result.problems };
 * result.values.answer // string | null
 */
export function readRow<const Fields extends RowFields>({ row, cells }: LedgerRow, fields: Fields): RowResult<Fields> {
  const problems: RowProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, [column, read]] of Object.entries(fields)) {
    const result = read(Object.hasOwn(cells, column) ? cells[column] : undefined);
    if (result.ok) values[name] = result.value;
    else problems.push({ row, column, ...result.problem });
  }
  if (problems.length > 0) return { ok: false, problems };
  // Each value came from the reader of its own field, which the mapped type repeats.
  return { ok: true, values: values as RowValues<Fields> };
}
