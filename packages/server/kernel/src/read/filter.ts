import { parseTypeId } from '@weixiang/shared';
import { ID } from 'type-graphql';
import type { FilterField, FilterTest, ListDefinition } from '../entity/list.js';
import { between, endOfSubtree } from '../permissions/subtree.js';
import { badInput, unreadableInput } from './bad-input.js';
import { readableConditions } from './readable.js';
import { columnOf, propertyOf, type Row, tableName } from './row.js';
import type { Scope, SiteArguments } from './scope.js';
import { searchedRows } from './search.js';
import { type Run, toSqlValue } from './statement.js';
import { unitTable } from './unit-paths.js';
import { isOneValue } from './variables.js';
import { actorId, visibleColumn } from './visibility.js';

/** The conditions of a list's `filter` argument over a row of the list; fields left out or null ask for nothing. */
export function filterConditions(scope: Scope, list: ListDefinition, row: Row, args: SiteArguments): string[] {
  return Object.entries(filterOf(args.now)).flatMap(([name, value]) => {
    const field = list.filter[name];
    if (!field || value === null || value === undefined) return [];
    if (field.test.kind === 'has') return [hasOne(scope, row, field.test, innerFilter(args, name))];
    const asked: Asked = { key: `${args.key} filter ${name}`, at: (run) => filterOf(args.at(run))[name] };
    return [condition(scope, row, field, field.test, value, asked)];
  });
}

function filterOf(args: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object(args['filter'] ?? {});
}

type HasTest = Extract<FilterTest, { kind: 'has' }>;

/** A filter within a filter, as the arguments of a list of its own. */
function innerFilter(args: SiteArguments, name: string): SiteArguments {
  const inner = (outer: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({ filter: filterOf(outer)[name] });
  return { now: inner(args.now), at: (run) => inner(args.at(run)), key: `${args.key} filter ${name}` };
}

/** That some record of another list points back at the row: only one that the actor may read, so that nothing hidden shows by its effect. */
function hasOne(scope: Scope, row: Row, { list, via }: HasTest, args: SiteArguments): string {
  const other = list();
  const rows = scope.model.rowsOf(other.of());
  const inner: Row = { table: rows.table, alias: scope.statement.alias(rows.table.name) };
  const pointsBack = `${visible(scope, inner, via)} = ${columnOf(row, 'id')}`;
  const conditions = [...readableConditions(scope, rows, inner, pointsBack), ...filterConditions(scope, other, inner, args)];
  return `exists (select from ${tableName(rows.table)} ${inner.alias} where ${conditions.join(' and ')})`;
}

/** A value of the arguments: what tells it from others, and what it is at an execution. */
interface Asked {
  key: string;
  at(run: Run): unknown;
}

/** Binds the filter's value, converted at every execution; several parts of one value are told apart by name. */
type Bind = (convert: (value: unknown) => unknown, part?: string) => string;

function condition(scope: Scope, row: Row, { type }: FilterField, test: Exclude<FilterTest, HasTest>, value: unknown, asked: Asked): string {
  const bind: Bind = (convert, part = '') => {
    scope.statement.readsByValues();
    return scope.statement.bind(asked.key + part, (run) => convert(asked.at(run)));
  };
  switch (test.kind) {
    case 'equals':
      return `${visible(scope, row, test.property)} = ${bind(converter(scope, row, test.property))}`;
    case 'anyOf':
      return anyOf(visible(scope, row, test.property), converter(scope, row, test.property), value, bind);
    case 'atLeast':
      return `${visible(scope, row, test.property)} >= ${bind(converter(scope, row, test.property))}`;
    case 'atMost':
      return `${visible(scope, row, test.property)} <= ${bind(converter(scope, row, test.property))}`;
    case 'refers': {
      const column = visible(scope, row, test.property);
      const id = idOf(test.prefix);
      return test.many ? anyOf(column, id, value, bind) : `${column} = ${bind(id)}`;
    }
    case 'inSubtree':
      return belowUnit(scope, columnOf(row, test.property), asked);
    case 'contains': {
      const pattern = bind((text) => `%${searchOf(text).replace(/[\\%_]/g, '\\$&')}%`);
      return `(${test.properties.map((property) => `${visible(scope, row, property)} ilike ${pattern}`).join(' or ')})`;
    }
    case 'searched': {
      const sought = searchedRows(scope, row, (part, take) => bind((text) => take(searchOf(text)), ` ${part}`));
      return `${columnOf(row, 'id')} = any(array(${sought.found}))${sought.seen === true ? '' : ` and ${String(sought.seen)}`}`;
    }
    case 'isNull':
      return `${visible(scope, row, test.property)} is ${value === true ? '' : 'not '}null`;
    case 'isActor': {
      const isActor = `${visible(scope, row, test.property)} = ${actorId(scope)}`;
      return value === true ? isActor : `(${isActor}) is not true`;
    }
    case 'sql':
      return ownCondition(row, type, test, value, bind);
  }
}

/** Of one value alone it is said plainly: an index that begins with the column is then in the order of what follows. */
function anyOf(column: string, convert: (value: unknown) => unknown, value: unknown, bind: Bind): string {
  if (isOneValue(value)) return `${column} = ${bind((values) => listOf(convert)(values).at(0) ?? null, ' alone')}`;
  return `${column} = any(${bind(listOf(convert))})`;
}

/** A condition of the list's own. Its value is bound only where it is used: PostgreSQL refuses a parameter that is not. */
function ownCondition(row: Row, type: FilterField['type'], test: Extract<FilterTest, { kind: 'sql' }>, value: unknown, bind: Bind): string {
  const sql = test.sql({
    alias: row.alias,
    column: (property) => columnOf(row, property),
    get value() {
      return bind(ownConverter(type));
    },
  });
  return value === false ? `(${sql}) is not true` : `(${sql})`;
}

/** Ids reach a list's own SQL as UUIDs; other values as they are. */
function ownConverter(type: FilterField['type']): (value: unknown) => unknown {
  const declared = type();
  if (declared === ID) return idOf(null);
  return Array.isArray(declared) && declared[0] === ID ? listOf(idOf(null)) : toSqlValue;
}

/**
 * Below a unit means: in the subtree of its path as it is now. The path is bound and not asked for in the statement: how
 * many rows lie below decides how PostgreSQL finds them.
 */
export function belowUnit({ model, statement, units }: Scope, column: string, { key, at }: Asked): string {
  const idOfUnit = idOf(unitTable(model).graph.prefix);
  const unit = (run: Run): string | null => idOfUnit(at(run));
  const path = (run: Run): string | null => run.paths.get(unit(run) ?? '') ?? null;
  units.push(unit);
  const end = (run: Run): string | null => {
    const begin = path(run);
    return begin === null ? null : endOfSubtree(begin);
  };
  statement.readsBelowUnits();
  return `(${between(column, statement.bind(key, path), statement.bind(`${key} end`, end))})`;
}

const longestSearch = 200;

/** Words to search for; a long text would keep the database at it for every row. @throws GraphQLError BAD_USER_INPUT */
export function searchOf(text: unknown): string {
  const words = String(text);
  if (words.length > longestSearch) throw badInput(`A search is at most ${longestSearch} characters long.`);
  // It is cut into words before PostgreSQL could refuse what no text of its own can hold.
  if (words.includes('\u0000')) throw unreadableInput();
  return words;
}

function visible(scope: Scope, row: Row, property: string): string {
  return visibleColumn(scope, row, property).sql;
}

function listOf(convert: (value: unknown) => unknown): (value: unknown) => unknown[] {
  return (value) => (Array.isArray(value) ? value : [value]).map(convert).filter((one) => one !== null);
}

/** How values for a property's column are written. */
function converter(scope: Scope, { table }: Row, property: string): (value: unknown) => unknown {
  const column = propertyOf(table, property);
  if (column.family === 'date') return (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
  if (column.family !== 'uuid') return toSqlValue;
  const relation = table.relations.get(property);
  if (relation) return idOf(scope.model.rowsOf(relation.target).table.graph.prefix);
  return property === 'id' ? idOf(table.graph.prefix) : idOf(null);
}

/** The UUID of an id with this prefix (null: any); null, which nothing equals, for what is no such id. */
export function idOf(prefix: string | null): (value: unknown) => string | null {
  return (value) => {
    if (typeof value !== 'string') return null;
    const id = parseTypeId(value);
    return id && (prefix === null || id.prefix === prefix) ? id.uuid : null;
  };
}
