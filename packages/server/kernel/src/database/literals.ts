import { escapeLiteral } from 'pg';

/** What a row that is written without the ORM may hold. */
export type LiteralValue = string | number | boolean | Date | Buffer | null;

/**
 * Rows as SQL, every value written out. One string is put together at once, where thousands of values to be bound are each
 * looked for in the statement; and it is VALUES, which a distributed engine takes where it refuses rows made of one JSON.
 * @example `insert into counter (tenant_id, name, value) values ${rowsOf([[tenantId, 'wish', 1]])}`
 */
export function rowsOf(rows: readonly (readonly LiteralValue[])[]): string {
  return rows.map((row) => `(${row.map(literalOf).join(',')})`).join(',');
}

/** A value as SQL says it. `literalOf('it’s') // "'it’s'"` */
export function literalOf(value: LiteralValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return /['\\]/.test(value) ? escapeLiteral(value) : `'${value}'`;
  if (value instanceof Date) return `'${value.toISOString()}'`;
  return Buffer.isBuffer(value) ? `'\\x${value.toString('hex')}'` : String(value);
}

export function isLiteral(value: unknown): value is LiteralValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date || Buffer.isBuffer(value);
}
