import type { GraphQLCompositeType } from 'graphql';
import type { ListDefinition } from '../entity/list.js';
import { filterConditions } from './filter.js';
import { expression, type Json, literal } from './json-sql.js';
import type { ReadRows } from './model.js';
import { orderOf } from './order.js';
import { PageParts } from './page-parts.js';
import { readableConditions } from './readable.js';
import type { RecordCompiler } from './record.js';
import { columnOf, type Row, tableName } from './row.js';
import type { Scope, SiteArguments } from './scope.js';
import { type SelectedField, subselections } from './selection.js';
import { mayRead, readsBelowUnits } from './visibility.js';

/** Which rows a page is taken from. */
export interface PageSource {
  list: ListDefinition;
  rows: ReadRows;
  args: SiteArguments;
  /** Only rows whose relation points back at this row. */
  via?: { row: Row; property: string };
}

/** One page of a list of one table's rows. */
export class Page extends PageParts {
  private readonly row: Row;

  /** @param looksAhead Fetch one row more, which tells whether another page follows. */
  constructor(
    private readonly scope: Scope,
    private readonly source: PageSource,
    private readonly compile: RecordCompiler,
    size: number,
    looksAhead: boolean,
  ) {
    const { list, rows: { table }, args } = source;
    const row = { table, alias: scope.statement.alias(table.name) };
    super({ alias: row.alias, order: orderOf(scope, list, row, args), args, size, looksAhead, isReadable: mayRead(scope, row) !== false });
    this.row = row;
  }

  record(type: GraphQLCompositeType, field: SelectedField): Json {
    return this.compile(this.scope, this.row, type, subselections(field.nodes));
  }

  total(): Json {
    if (!this.shape.isReadable) return literal('0');
    const { table } = this.source.rows;
    const row: Row = { table, alias: this.scope.statement.alias(table.name) };
    return expression(`(select count(*) from ${tableName(table)} ${row.alias} where ${listConditions(this.scope, this.source, row)})`);
  }

  protected rows(): string {
    const { row, scope, source } = this;
    const { order, args } = this.shape;
    const after = this.continues ? ` and ${order.after(args)}` : '';
    return (
      `select ${row.alias}.*${this.place} from ${tableName(row.table)} ${row.alias}` +
      ` where ${listConditions(scope, source, row)}${after} order by ${order.by} limit ${this.fetched}`
    );
  }
}

/** Which rows a list holds for this actor, pages aside. */
export function listConditions(scope: Scope, { list, rows, args, via }: PageSource, row: Row): string {
  if (!via && readsBelowUnits(scope, row)) scope.statement.readsBelowUnits();
  const readable = readableConditions(scope, rows, row, ...(via ? [`${columnOf(row, via.property)} = ${columnOf(via.row, 'id')}`] : []));
  return [...readable, ...filterConditions(scope, list, row, args)].join(' and ');
}
