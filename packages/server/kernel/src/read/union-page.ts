import type { GraphQLCompositeType } from 'graphql';
import { recordsOf, type UnionListDefinition } from '../entity/union.js';
import { expression, type Json, literal, nullable, nullableSql, quote } from './json-sql.js';
import type { ReadRows } from './model.js';
import { orderBy, type OrderKey, orderKeys, sortOf } from './order.js';
import { PageParts } from './page-parts.js';
import { readableConditions } from './readable.js';
import type { RecordCompiler } from './record.js';
import { columnOf, type Row, tableName } from './row.js';
import type { Scope, SiteArguments } from './scope.js';
import { type SelectedField, subselections } from './selection.js';
import { mayRead } from './visibility.js';

/** Rows that one table gives to a list over a union. */
export interface UnionBranch {
  rows: ReadRows;
  /** Common table expressions that it names; branches may share them. */
  first?: string;
  /** `"wish" wish1`, with whatever is joined to it. */
  from: string;
  /** Which of them the list holds; all that the actor's rules say is among them. */
  conditions: readonly string[];
  /** What they are ordered by, the id last; of the same SQL types in every branch. */
  keys: readonly OrderKey[];
}

/** Which page of a list over a union is asked for. */
export interface UnionPageRequest {
  /** Name of the order, as cursors carry it. */
  order: string;
  args: SiteArguments;
  size: number;
  looksAhead: boolean;
}

/**
 * One page of a list over the records of a union: each branch gives as many rows as the page has, in the page's order
 * and by an index of its own, and the page is the first of them all. Only its rows become JSON. Ids are unique over all
 * tables, so they make the order total.
 */
export class UnionPage extends PageParts {
  constructor(
    private readonly scope: Scope,
    private readonly branches: readonly UnionBranch[],
    private readonly compile: RecordCompiler,
    private readonly request: UnionPageRequest,
  ) {
    const alias = scope.statement.alias('of_union');
    super({ ...request, alias, order: orderBy(scope, request.order, commonKeys(alias, branches)), isReadable: branches.length > 0 });
  }

  record(type: GraphQLCompositeType, field: SelectedField): Json {
    const { scope, branches, compile } = this;
    const { alias } = this.shape;
    const ofTables = new Map(branches.map(({ rows }) => [kindOf(rows), rows]));
    const cases = [...ofTables].map(([kind, rows]) => {
      const row: Row = { table: rows.table, alias: scope.statement.alias(rows.table.name) };
      const json = nullableSql(compile(scope, row, type, subselections(field.nodes)));
      const where = readableConditions(scope, rows, row, `${columnOf(row, 'id')} = ${alias}.id`).join(' and ');
      return `when ${quote(kind)} then (select ${json} from ${tableName(rows.table)} ${row.alias} where ${where})`;
    });
    return nullable(`case ${alias}.kind ${cases.join(' ')} end`);
  }

  total(): Json {
    if (!this.shape.isReadable) return literal('0');
    const counts = this.branches.map(({ from, conditions }) => `(select count(*) from ${from} where ${conditions.join(' and ')})`);
    return expression(counts.length === 1 ? (counts[0] ?? '0') : `(${counts.join(' + ')})`);
  }

  /** A value that the page is ordered by, of one of its rows. */
  protected key(at: number): string {
    return `${this.shape.alias}.key${at}`;
  }

  protected rows(): string {
    const { alias, order } = this.shape;
    const inner = this.branches.map((branch) => `(${this.branchRows(branch)})`).join(' union all ');
    const firsts = [...new Set(this.branches.flatMap(({ first }) => first ?? []))];
    const before = firsts.length > 0 ? `with ${firsts.join(', ')} ` : '';
    return `select ${alias}.*${this.place} from (${before}${inner}) ${alias} order by ${order.by} limit ${this.fetched}`;
  }

  private branchRows({ rows, from, conditions, keys }: UnionBranch): string {
    const order = orderBy(this.scope, this.request.order, keys);
    const where = this.continues ? [...conditions, order.after(this.request.args)] : conditions;
    const values = keys.map(({ sql }, at) => `${sql} as ${keyName(keys, at)}`);
    return `select ${quote(kindOf(rows))} as kind, ${values.join(', ')} from ${from} where ${where.join(' and ')} order by ${order.by} limit ${this.fetched}`;
  }
}

/** The tables of a declared list over a union that the actor may read something of, narrowed by `kinds`. */
export function branchesOf(scope: Scope, list: UnionListDefinition, args: SiteArguments): { order: string; branches: UnionBranch[] } {
  const { name, by } = sortOf(list, args);
  const branches = rowsOfKinds(scope, recordsOf(list.union, scope.model.features).map((record) => scope.model.rowsOf(record)), args).map((rows) => {
    const row: Row = { table: rows.table, alias: scope.statement.alias(rows.table.name) };
    return { rows, from: `${tableName(rows.table)} ${row.alias}`, conditions: readableConditions(scope, rows, row), keys: orderKeys(scope, row, by) };
  });
  return { order: name, branches };
}

/** Those of these rows that the actor may read any of and that the argument `kinds` names; it is part of the plan. */
export function rowsOfKinds(scope: Scope, all: readonly ReadRows[], { now: { kinds } }: SiteArguments): ReadRows[] {
  const isAsked = (rows: ReadRows): boolean => !Array.isArray(kinds) || kinds.includes(kindOf(rows));
  return all.filter((rows) => isAsked(rows) && mayRead(scope, { table: rows.table, alias: '' }) !== false);
}

/** What the ids of a table's records begin with. */
export function kindOf({ table }: ReadRows): string {
  return table.graph.prefix;
}

function commonKeys(alias: string, branches: readonly UnionBranch[]): OrderKey[] {
  const [first, ...others] = branches.map(({ keys }) => keys);
  return (first ?? []).map((key, at) => {
    const isNullable = key.nullable || others.some((keys) => keys[at]?.nullable);
    if (others.some((keys) => keys[at]?.sqlType !== key.sqlType)) throw new Error('The tables of a union are ordered by values of different types.');
    return { ...key, sql: `${alias}.${keyName(first ?? [], at)}`, nullable: isNullable };
  });
}

function keyName(keys: readonly OrderKey[], at: number): string {
  return at === keys.length - 1 ? 'id' : `key${at}`;
}
