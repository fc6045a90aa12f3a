import { isLiteral, literalOf } from './literals.js';

/**
 * Option of a connection on which what is prepared is planned once, whatever its values. Most concerns one row or a few by
 * their ids, for which one plan is as good as another and planning costs most.
 */
export const onePlan = '-c plan_cache_mode=force_generic_plan';

/** A statement that connections prepare, by its name. */
interface Prepared {
  name: string;
  /** Values as `$1`, `$2`. */
  definition: string;
}

const byText = new Map<string, Prepared>();
const byName = new Map<string, Prepared>();
// Code alone makes texts, so there are as many as places in it; a place that makes ever new ones must not fill the memory.
const mostStatements = 500;

/**
 * The same statement, planned once a connection: parsing, row level security and planning cost more than most writes
 * themselves. Each `?` is one value, never a list but as an array (`arrayText`); for values of another kind than their place
 * says, cast. Where values have numbers instead (`$1`, `$2`), each is given once, however often it is used.
 * @example await tx.em.execute(prepared('select value from counter where tenant_id = ? and name = ?'), [tenantId, 'wish'])
 */
export function prepared(sql: string): string {
  const known = byText.get(sql);
  if (known) return calling(known, sql);
  // With numbers it cannot be sent as it is; only code makes it so.
  if (byText.size >= mostStatements && !isNumbered(sql)) return sql;
  let values = 0;
  const statement = { name: `p${byText.size + 1}`, definition: isNumbered(sql) ? sql : sql.replaceAll('?', () => `$${(values += 1)}`) };
  byText.set(sql, statement);
  byName.set(statement.name, statement);
  return calling(statement, sql);
}

const calls = new WeakMap<Prepared, string>();

function calling(statement: Prepared, sql: string): string {
  let call = calls.get(statement);
  if (call === undefined) {
    const count = isNumbered(sql) ? Math.max(...[...sql.matchAll(numbers)].map(([, number]) => Number(number))) : sql.split('?').length - 1;
    calls.set(statement, (call = `execute ${statement.name}${count > 0 ? `(${Array(count).fill('?').join(', ')})` : ''}`));
  }
  return call;
}

const numbers = /\$(\d+)/g;

function isNumbered(sql: string): boolean {
  return sql.includes('$1');
}

const call = /^(?:\/\*[^*]*\*\/ )?execute (p\d+)/;

/** What a text calls that {@link prepared} made, if it does. */
export function calledIn(text: string): Prepared | undefined {
  const [, name] = call.exec(text) ?? [];
  return name === undefined ? undefined : byName.get(name);
}

/** A call with its values in their places; undefined for any other text, and for values that are none of a row's. */
export function writtenOut(text: string, values: readonly unknown[]): string | undefined {
  const [calling] = call.exec(text) ?? [];
  if (calling === undefined || values.length === 0 || !values.every(isLiteral)) return undefined;
  return `${calling}(${values.map(literalOf).join(',')})`;
}

/** What was sent as its reader would know it: calls as the statements that they run. */
export function spelledOut(text: string): string {
  return text.replace(/execute (p\d+)/, (call, name: string) => byName.get(name)?.definition ?? call);
}

/**
 * Whether what the ORM wrote is worth it: one row by its key, read, added or changed. Lists vary with their length, and what
 * goes by other columns is best planned for its values.
 */
export function isOfOneRow(sql: string, values: readonly unknown[]): boolean {
  if (values.length === 0 || values.length > 80 || !values.every(isOneValue) || / in \(|\), \(/.test(sql)) return false;
  return sql.startsWith('insert into "') || (/^(select|update) "/.test(sql) && /"id" = \?/.test(sql));
}

/** Lists take more places than one, and SQL (`version + 1`) stands for no value. */
function isOneValue(value: unknown): boolean {
  return value === null || typeof value !== 'object' || value instanceof Date || Buffer.isBuffer(value);
}
