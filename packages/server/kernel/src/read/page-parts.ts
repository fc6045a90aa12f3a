import type { GraphQLCompositeType, GraphQLOutputType } from 'graphql';
import { expression, type Json, literal, nothing, nullable, orElse, textSql } from './json-sql.js';
import type { ListOrder } from './order.js';
import type { SiteArguments } from './scope.js';
import type { SelectedField } from './selection.js';

/** Column of a row's place in its page, where one row more is fetched than is shown. */
export const placeInPage = 'place_in_page';

/** What a page of any list is made of. */
export interface PageShape {
  /** Alias of the page's rows. */
  alias: string;
  order: ListOrder;
  args: SiteArguments;
  size: number;
  /** One row more is fetched, which tells whether another page follows. */
  looksAhead: boolean;
  /** False when the actor may read nothing of the list, which then is empty without asking. */
  isReadable: boolean;
}

/**
 * One page of a list while it is compiled. Its parts are aggregates over the page's rows; `over` puts them into the
 * one sub-select that has those rows.
 */
export abstract class PageParts {
  private usesRows = false;

  protected constructor(protected readonly shape: PageShape) {}

  /** Cursor of a row of the page. */
  get cursor(): Json {
    return this.shape.order.cursor;
  }

  /** The record of a row of the page, as far as it is selected. */
  abstract record(type: GraphQLCompositeType, field: SelectedField): Json;

  /** How many rows the whole list holds, whichever page is asked for. */
  abstract total(): Json;

  /** A member of the list's edges that only lists of its kind have. */
  edgeMember(_name: string, _type: GraphQLOutputType): Json | undefined {
    return undefined;
  }

  /** The page's rows under their alias, `place_in_page` among them when it looks ahead. */
  protected abstract rows(): string;

  /** An array with the JSON of every row. */
  array(item: () => Json): Json {
    const { isReadable, looksAhead, alias, size } = this.shape;
    if (!isReadable) return literal('[]');
    this.usesRows = true;
    const ofPage = looksAhead ? ` filter (where ${alias}.${placeInPage} <= ${size})` : '';
    return expression(`concat('[', string_agg(${textSql(orElse(item(), 'null'))}, ',')${ofPage}, ']')`);
  }

  hasNext(): Json {
    if (!this.shape.isReadable) return literal('false');
    this.usesRows = true;
    return expression(`(count(*) > ${this.shape.size})::text`);
  }

  /** A cursor was given, so the row that it points at came before. */
  hasPrevious(): Json {
    return literal(String(this.continues));
  }

  firstCursor(): Json {
    return this.cursorAt('1');
  }

  lastCursor(): Json {
    return this.cursorAt(`least(count(*), ${this.shape.size})`);
  }

  /** JSON made of this page's parts, as one value. */
  over(json: Json): Json {
    if (!this.usesRows) return json;
    return expression(`(select ${textSql(json)} from (${this.rows()}) ${this.shape.alias})`);
  }

  /** How many rows are fetched. */
  protected get fetched(): number {
    return this.shape.looksAhead ? this.shape.size + 1 : this.shape.size;
  }

  /** The page goes on after a cursor. */
  protected get continues(): boolean {
    return typeof this.shape.args.now['after'] === 'string';
  }

  /** Column that tells a row's place, when it is needed. */
  protected get place(): string {
    return this.shape.looksAhead ? `, row_number() over (order by ${this.shape.order.by}) as ${placeInPage}` : '';
  }

  private cursorAt(place: string): Json {
    if (!this.shape.isReadable) return nothing;
    this.usesRows = true;
    return nullable(`(array_agg(${textSql(this.cursor)}))[${place}]`);
  }
}
