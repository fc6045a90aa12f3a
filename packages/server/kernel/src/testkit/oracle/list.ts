import { parseTypeId } from '@weixiang/shared';
import type { FilterTest, ListDefinition } from '../../entity/list.js';
import { recordsOf, type UnionListDefinition } from '../../entity/union.js';
import { registry } from '../../entity/registry.js';
import type { RecordClass } from '../../entity/record.js';
import { modelOf } from '../../read/model.js';
import { searchResult } from '../../search/searched-record.js';
import { type Args, can, isShownAs, type OracleContext, tableOf, type Value, visible } from './reader.js';
import type { StoredRow } from './rows.js';
import { found, matchOf, type Rank } from './search.js';

/** The entity whose table holds a list's rows. */
export function entityOf(list: Pick<ListDefinition, 'of'>): RecordClass | undefined {
  return registry.tableOf(list.of())?.entity;
}

/** The rows of a list that the reader may read and that pass its filter. */
export function matching(context: OracleContext, list: ListDefinition, rows: readonly StoredRow[], args: Args): StoredRow[] {
  const { reader } = context;
  const entity = entityOf(list);
  const tests = Object.entries(Object(args['filter'] ?? {})).flatMap(([name, value]) => {
    const field = list.filter[name];
    if (!field) throw new Error(`${list.name} has no filter ${name}.`);
    return value === null ? [] : [testFor(context, list, name, field.test, value)];
  });
  return rows.filter((row) => row.entity === entity && isShownAs(reader, row, list.of().name) && can(reader, 'read', row) && tests.every((passes) => passes(row)));
}

function testFor(context: OracleContext, list: ListDefinition, name: string, test: FilterTest, value: unknown): (row: StoredRow) => boolean {
  const { rows, reader } = context;
  const see = (row: StoredRow, property: string): Value => visible(context, row, property) ?? null;
  switch (test.kind) {
    case 'equals':
      return (row) => isSame(see(row, test.property), asStored(context, row, test.property, value));
    case 'anyOf':
      return (row) => Array.isArray(value) && value.some((one) => isSame(see(row, test.property), asStored(context, row, test.property, one)));
    case 'atLeast':
      return (row) => see(row, test.property) !== null && compare(see(row, test.property), value) >= 0;
    case 'atMost':
      return (row) => see(row, test.property) !== null && compare(see(row, test.property), value) <= 0;
    case 'refers':
      return (row) => (Array.isArray(value) ? value : [value]).some((id) => uuidOf(id, test.prefix) === see(row, test.property));
    case 'inSubtree': {
      const unit = rows.find(uuidOf(value, 'unit'));
      return (row) => unit !== undefined && `${String(row.properties[test.property])}.`.startsWith(`${String(unit.properties['orgPath'])}.`);
    }
    case 'contains':
      return (row) =>
        test.properties.some((property) => {
          const text = see(row, property);
          return typeof text === 'string' && text.toLowerCase().includes(String(value).toLowerCase());
        });
    case 'isNull':
      return (row) => (see(row, test.property) === null) === value;
    case 'isActor':
      return (row) => (see(row, test.property) !== null && see(row, test.property) === reader.actor.personId) === value;
    case 'has': {
      const inner = matching(context, test.list(), rows.of(entityOf(test.list())), { filter: value });
      const pointedAt = new Set(inner.map((other) => see(other, test.via)));
      return (row) => pointedAt.has(row.id);
    }
    case 'searched': {
      const entity = entityOf(list);
      const those = entity ? found(context, entity, String(value)) : new Map<StoredRow, Rank>();
      return (row) => those.has(row);
    }
    case 'sql': {
      const again = context.again.filters[`${list.name}Filter.${name}`];
      if (!again) throw new Error(`The filter ${name} of ${list.name} is SQL and is not said a second time.`);
      return (row) => again(context, row, value);
    }
  }
}

/** The UUID of an id with this prefix; undefined, which nothing equals, for any other. */
export function uuidOf(id: unknown, prefix: string): string | undefined {
  const parsed = parseTypeId(String(id));
  return parsed?.prefix === prefix ? parsed.uuid : undefined;
}

/** A filter's value as the property has it: relations are named by ids. */
function asStored({ reader }: OracleContext, row: StoredRow, property: string, value: unknown): unknown {
  const relation = tableOf(reader, row).relations.get(property);
  if (!relation) return value;
  return uuidOf(value, modelOf(reader.features).rowsOf(relation.target).table.graph.prefix);
}

function isSame(a: unknown, b: unknown): boolean {
  return a !== null && b !== null && b !== undefined && compare(a, b) === 0;
}

/** Order of two values of one column, as PostgreSQL has it under the collation C. */
function compare(a: unknown, b: unknown): number {
  const [x, y] = [a, b].map((value) => (value instanceof Date ? value.getTime() : value)) as [string | number, string | number]; // columns that are sorted hold nothing else
  return x === y ? 0 : x < y ? -1 : 1;
}

interface SortKey {
  property: string;
  sign: number;
}

function keysOf(list: Pick<ListDefinition, 'sort'>, sort: unknown): { name: string; keys: SortKey[] } {
  const name = typeof sort === 'string' ? sort : (Object.keys(list.sort)[0] ?? '');
  const by = list.sort[name]?.by ?? [];
  const keys = [...by, { property: 'id', direction: by.at(-1)?.direction }].map(({ property, direction }) => ({ property, sign: direction === 'desc' ? -1 : 1 }));
  return { name, keys };
}

function order(signs: readonly number[], a: readonly Value[], b: readonly Value[]): number {
  for (const [at, sign] of signs.entries()) {
    const [x = null, y = null] = [a[at], b[at]];
    if (x === y) continue;
    if (x === null || y === null) return x === null ? 1 : -1;
    const difference = compare(x, y) * sign;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A cursor of a row, with values as text that PostgreSQL reads. */
export function cursorOf(context: OracleContext, list: Pick<ListDefinition, 'sort'>, sort: unknown, row: StoredRow): string {
  const { name, keys } = keysOf(list, sort);
  return cursorWith(name, keys.map(({ property }) => visible(context, row, property)));
}

function cursorWith(name: string, values: readonly Value[]): string {
  const texts = values.map((value) => (value === null || value === undefined ? null : value instanceof Date ? value.toISOString() : String(value)));
  return Buffer.from(JSON.stringify([name, ...texts])).toString('base64url');
}

/** A connection over these rows. */
export function listValue(context: OracleContext, list: ListDefinition, rows: readonly StoredRow[], args: Args): Value {
  return sortedPage(context, list, matching(context, list, rows, args), args);
}

/** A connection over the records of a union. */
export function unionListValue(context: OracleContext, list: UnionListDefinition, args: Args): Value {
  const entities = entitiesOfKinds(recordsOf(list.union, context.reader.features), args);
  return sortedPage(context, list, entities.flatMap((entity) => context.rows.of(entity).filter((row) => can(context.reader, 'read', row))), args);
}

/** A connection over what a search finds. */
export function searchValue(context: OracleContext, args: Args): Value {
  const entities = entitiesOfKinds(recordsOf(searchResult, context.reader.features), args);
  const ranked = entities.flatMap((entity) => [...found(context, entity, String(args['text']))]);
  const unit = context.rows.find(uuidOf(args['orgUnit'], 'unit'));
  const path = unit && `${String(unit.properties['orgPath'])}.`;
  const within = typeof args['orgUnit'] === 'string' ? ranked.filter(([row]) => path !== undefined && `${String(row.properties['orgPath'])}.`.startsWith(path)) : ranked;
  const ranks = new Map(within);
  return pageValue('MATCH', [-1, -1], new Map(within.map(([row, rank]) => [row, [rank, row.id]])), args, (row) => ({ match: matchOf[ranks.get(row) ?? 1] }));
}

function entitiesOfKinds(entities: readonly RecordClass[], { kinds }: Args): RecordClass[] {
  return entities.filter((entity) => !Array.isArray(kinds) || kinds.includes(registry.tableOf(entity)?.prefix));
}

function sortedPage(context: OracleContext, list: Pick<ListDefinition, 'sort'>, rows: readonly StoredRow[], args: Args): Value {
  const { name, keys } = keysOf(list, args['sort']);
  const values = new Map(rows.map((row) => [row, keys.map(({ property }) => visible(context, row, property) ?? null)]));
  return pageValue(name, keys.map(({ sign }) => sign), values, args);
}

function pageValue(name: string, signs: readonly number[], rows: ReadonlyMap<StoredRow, readonly Value[]>, args: Args, edge: (row: StoredRow) => object = () => ({})): Value {
  const all = [...rows].toSorted(([, a], [, b]) => order(signs, a, b));
  const after = typeof args['after'] === 'string' ? afterOf(args['after'], all.map(([, values]) => values)) : undefined;
  const rest = after ? all.filter(([, values]) => order(signs, values, after) > 0) : all;
  const first = typeof args['first'] === 'number' ? args['first'] : 20;
  const page = rest.slice(0, first);
  const cursor = (one: (typeof page)[number] | undefined) => (one ? cursorWith(name, one[1]) : null);
  return {
    nodes: page.map(([row]) => row),
    edges: page.map((one) => ({ node: one[0], cursor: cursor(one), ...edge(one[0]) })),
    totalCount: all.length,
    pageInfo: { hasNextPage: rest.length > first, hasPreviousPage: after !== undefined, startCursor: cursor(page[0]), endCursor: cursor(page.at(-1)) },
  };
}

/** A cursor's values as the rows have them: numbers, instants and booleans back from text. */
function afterOf(cursor: string, all: readonly (readonly Value[])[]): Value[] {
  const [, ...texts]: (string | null)[] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  return texts.map((text, at) => {
    const like = all.map((values) => values[at]).find((value) => value !== null);
    if (text === null) return null;
    if (typeof like === 'boolean') return text === 'true';
    return like instanceof Date ? new Date(text) : typeof like === 'number' ? Number(text) : text;
  });
}

/** Cursors differ in how they write their values, not in what they point at. */
export function withPlainCursors(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPlainCursors);
  if (typeof value === 'string') return plainCursor(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withPlainCursors(inner)]));
}

function plainCursor(text: string): string {
  if (text.length < 40 || !/^[\w-]+$/.test(text)) return text;
  try {
    const content: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(content) ? `cursor ${String(content[0])} ${String(content.at(-1))}` : text;
  } catch {
    return text;
  }
}
