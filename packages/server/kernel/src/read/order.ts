import type { ListDefinition, SortOrder } from '../entity/list.js';
import { decodeCursor } from './cursor.js';
import { chain, expression, type Json, literal } from './json-sql.js';
import { cursorMark } from './marks.js';
import { quote } from './json-sql.js';
import { propertyOf, type Row } from './row.js';
import type { Scope, SiteArguments } from './scope.js';
import { visibleColumn } from './visibility.js';

/** One value that a list is ordered by. */
export interface OrderKey {
  sql: string;
  sqlType: string;
  direction: 'asc' | 'desc';
  nullable: boolean;
}

/** The order of a list over one row: how to sort by it, to point at a row, and to go on after one. */
export interface ListOrder {
  /** `recorded_on desc, id desc`; rows without a value come last. */
  by: string;
  /** JSON of the cursor of a row. */
  cursor: Json;
  /** Condition: the row comes after the one that the cursor in `after` points at. */
  after(args: SiteArguments): string;
}

/** The order that a list's `sort` argument names, the list's first when it names none; `id` makes it total. */
export function orderOf(scope: Scope, list: ListDefinition, row: Row, args: SiteArguments): ListOrder {
  const { name, by } = sortOf(list, args);
  return orderBy(scope, name, orderKeys(scope, row, by));
}

/** The order that the `sort` argument names, the first when it names none. */
export function sortOf(list: Pick<ListDefinition, 'sort'>, { now: { sort } }: SiteArguments): { name: string; by: SortOrder['by'] } {
  const [standard = ''] = Object.keys(list.sort);
  const name = typeof sort === 'string' && list.sort[sort] ? sort : standard;
  return { name, by: list.sort[name]?.by ?? [] };
}

/** What to order rows of a table by: these properties, and the id, which makes the order total. */
export function orderKeys(scope: Scope, row: Row, by: SortOrder['by']): OrderKey[] {
  // The id runs the way of the last property, so that one index serves both, forwards or backwards.
  return [...by, { property: 'id', direction: by.at(-1)?.direction ?? 'asc' }].map(({ property, direction }): OrderKey => {
    const { nullable, sqlType } = propertyOf(row.table, property);
    const { sql, isWhole } = visibleColumn(scope, row, property);
    return { sql, sqlType, direction, nullable: nullable || !isWhole };
  });
}

/** The order of this name by these values. */
export function orderBy(scope: Scope, name: string, keys: readonly OrderKey[]): ListOrder {
  return {
    by: keys.map(({ sql, direction, nullable }) => `${sql}${direction === 'desc' ? ' desc' : ''}${nullable && direction === 'desc' ? ' nulls last' : ''}`).join(', '),
    cursor: cursorJson(name, keys),
    after: (site) => afterSql(keys, keys.map(({ sqlType }, at) => `${scope.statement.bind(`${site.key} after ${at}`, (run) => decodeCursor(site.at(run)['after'], name, keys.length)[at])}::${sqlType}`)),
  };
}

function cursorJson(name: string, keys: readonly OrderKey[]): Json {
  const values = keys.map(({ sql }) => `(${sql})::text`);
  return chain(literal(`"${cursorMark.open}`), expression(`json_build_array(${[quote(name), ...values].join(', ')})`), literal(`${cursorMark.close}"`));
}

function afterSql(keys: readonly OrderKey[], values: readonly string[]): string {
  const [first] = keys;
  const isUniform = keys.every(({ direction, nullable }) => direction === first?.direction && !nullable);
  if (isUniform) {
    const sign = first?.direction === 'desc' ? '<' : '>';
    return keys.length === 1 ? `${first?.sql} ${sign} ${values[0]}` : `(${keys.map(({ sql }) => sql).join(', ')}) ${sign} (${values.join(', ')})`;
  }
  const alternatives = keys.map((key, at) => {
    const before = keys.slice(0, at).map((earlier, index) => isSame(earlier, values[index] ?? ''));
    return [...before, isBeyond(key, values[at] ?? '')].join(' and ');
  });
  return `(${alternatives.map((alternative) => `(${alternative})`).join(' or ')})`;
}

function isSame({ sql, nullable }: OrderKey, value: string): string {
  return nullable ? `${sql} is not distinct from ${value}` : `${sql} = ${value}`;
}

/** Rows without a value come last, and nothing comes after them. */
function isBeyond({ sql, direction, nullable }: OrderKey, value: string): string {
  const beyond = `${sql} ${direction === 'desc' ? '<' : '>'} ${value}`;
  return nullable ? `(${value} is not null and (${beyond} or ${sql} is null))` : beyond;
}
