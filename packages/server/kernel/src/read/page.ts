import type { ListDefinition } from '../entity/list.js';
import { isOneOf } from './branches.js';
import { filterConditions } from './filter.js';
import { expression, type Json, literal, nothing, nullable, orElse, textSql } from './json-sql.js';
import type { ReadRows } from './model.js';
import { type ListOrder, orderOf } from './order.js';
import { columnOf, type Row, tableName } from './row.js';
import type { Scope, SiteArguments } from './scope.js';
import { mayRead } from './visibility.js';

/** Which rows a page is taken from. */
export interface PageSource {
  list: ListDefinition;
  rows: ReadRows;
  args: SiteArguments;
  /** Only rows whose relation points back at this row. */
  via?: { row: Row; property: string };
}

const placeInPage = 'place_in_page';

/**
 * One page of a list while it is compiled. Its parts are aggregates over the page's rows; `over` puts them into the
 * one sub-select that has those rows. A list that the actor may read nothing of is empty without asking.
 */
export class Page {
  /** A row of the page. */
  readonly row: Row;
  /** Cursor of a row of the page. */
  readonly cursor: Json;
  private readonly order: ListOrder;
  private readonly isReadable: boolean;
  private usesRows = false;

  /** @param looksAhead Fetch one row more, which tells whether another page follows. */
  constructor(
    private readonly scope: Scope,
    private readonly source: PageSource,
    private readonly size: number,
    private readonly looksAhead: boolean,
  ) {
    const { table } = source.rows;
    this.row = { table, alias: scope.statement.alias(table.name) };
    this.order = orderOf(scope, source.list, this.row, source.args);
    this.cursor = this.order.cursor;
    this.isReadable = mayRead(scope, this.row) !== false;
  }

  /** An array with the JSON of every row. */
  array(item: () => Json): Json {
    if (!this.isReadable) return literal('[]');
    this.usesRows = true;
    const ofPage = this.looksAhead ? ` filter (where ${this.row.alias}.${placeInPage} <= ${this.size})` : '';
    return expression(`concat('[', string_agg(${textSql(orElse(item(), 'null'))}, ',')${ofPage}, ']')`);
  }

  hasNext(): Json {
    if (!this.isReadable) return literal('false');
    this.usesRows = true;
    return expression(`(count(*) > ${this.size})::text`);
  }

  /** A cursor was given, so the row that it points at came before. */
  hasPrevious(): Json {
    return literal(String(this.continues));
  }

  firstCursor(): Json {
    return this.cursorAt('1');
  }

  lastCursor(): Json {
    return this.cursorAt(`least(count(*), ${this.size})`);
  }

  /** How many rows the whole list holds, whichever page is asked for. */
  total(): Json {
    if (!this.isReadable) return literal('0');
    const { table } = this.source.rows;
    const row: Row = { table, alias: this.scope.statement.alias(table.name) };
    return expression(`(select count(*) from ${tableName(table)} ${row.alias} where ${listConditions(this.scope, this.source, row)})`);
  }

  /** JSON made of this page's parts, as one value. */
  over(json: Json): Json {
    if (!this.usesRows) return json;
    const { row, order, size, scope, source } = this;
    const place = this.looksAhead ? `, row_number() over (order by ${order.by}) as ${placeInPage}` : '';
    const after = this.continues ? ` and ${order.after(source.args)}` : '';
    const page =
      `select ${row.alias}.*${place} from ${tableName(row.table)} ${row.alias}` +
      ` where ${listConditions(scope, source, row)}${after} order by ${order.by} limit ${this.looksAhead ? size + 1 : size}`;
    return expression(`(select ${textSql(json)} from (${page}) ${row.alias})`);
  }

  private get continues(): boolean {
    return typeof this.source.args.now['after'] === 'string';
  }

  private cursorAt(place: string): Json {
    if (!this.isReadable) return nothing;
    this.usesRows = true;
    return nullable(`(array_agg(${textSql(this.cursor)}))[${place}]`);
  }
}

/** Which rows a list holds for this actor, pages aside. */
export function listConditions(scope: Scope, { list, rows, args, via }: PageSource, row: Row): string {
  const others = rows.only ? scope.model.typesOf(rows.table).filter((type) => type !== rows.only) : [];
  const readable = mayRead(scope, row);
  return [
    `${row.alias}.tenant_id = ${scope.statement.tenant}`,
    ...(via ? [`${columnOf(row, via.property)} = ${columnOf(via.row, 'id')}`] : []),
    ...(rows.only ? [isOneOf(row, [rows.only], others)] : []),
    ...(readable === true ? [] : [String(readable)]),
    ...filterConditions(scope, list, row, args),
  ].join(' and ');
}
