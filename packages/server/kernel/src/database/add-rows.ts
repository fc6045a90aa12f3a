import { bound, boundValues, spelledValues } from './bound.js';
import type { LiteralValue } from './literals.js';

/** Values of a statement that is planned once: enough that a statement more or less is no matter, few enough to begin soon. */
const mostValues = 2_000;

/**
 * Statements that add rows, each row as `boundValues` gives it. Parsing and planning thousands of rows takes PostgreSQL half as
 * long as writing them: full statements are planned once a connection, and only what is left over is written out.
 * @param into A table and its columns: `counter (tenant_id, name, value)`.
 * @param shared Values of the first columns, the same for all rows.
 * @example addingRows('counter (tenant_id, name, value)', [tenantId], [boundValues(['wish', 1]), boundValues(['call', 7])])
 */
export function addingRows(into: string, shared: readonly LiteralValue[], rows: readonly string[]): string[] {
  const { sql, size } = fullStatement(into, shared.length);
  const common = boundValues(shared);
  const statements: string[] = [];
  let from = 0;
  for (; from + size <= rows.length; from += size) statements.push(bound(sql, common + rows.slice(from, from + size).join('')));
  const rest = rows.slice(from).map((row) => `(${spelledValues(common + row)})`);
  if (rest.length > 0) statements.push(`insert into ${into} values ${rest.join(',')}`);
  return statements;
}

interface FullStatement {
  sql: string;
  /** Rows that it adds. */
  size: number;
}

const full = new Map<string, FullStatement>();

function fullStatement(into: string, shared: number): FullStatement {
  const key = `${shared} ${into}`;
  let known = full.get(key);
  if (!known) {
    const columns = into.split(',').length;
    const own = columns - shared;
    const size = Math.floor((mostValues - shared) / own);
    const placeOf = (row: number, column: number): string => `$${column < shared ? column + 1 : row * own + column + 1}`;
    const rowAt = (row: number): string => `(${Array.from({ length: columns }, (_, column) => placeOf(row, column)).join(',')})`;
    known = { sql: `insert into ${into} values ${Array.from({ length: size }, (_, row) => rowAt(row)).join(',')}`, size };
    full.set(key, known);
  }
  return known;
}
