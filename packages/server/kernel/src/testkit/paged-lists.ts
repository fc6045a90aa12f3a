import { getNamedType, type GraphQLField } from 'graphql';
import type { ListDefinition } from '../entity/list.js';
import type { RecordClass } from '../entity/record.js';
import { registry } from '../entity/registry.js';
import { recordsOf } from '../entity/union.js';
import type { FeatureSet } from '../features/feature-set.js';
import { searchResult } from '../search/searched-record.js';
import { cursorOf, entityOf } from './oracle/list.js';
import type { OracleContext } from './oracle/reader.js';
import type { Random } from './random.js';

/** A list whose pages cursors point into. */
export interface Paged extends Pick<ListDefinition, 'name' | 'sort'> {
  entities: readonly (RecordClass | undefined)[];
}

const lists = new WeakMap<FeatureSet, readonly ListDefinition[]>();

/** Every list that a root field or a record's field of these features gives pages of. */
export function listsOf(features: FeatureSet): readonly ListDefinition[] {
  let known = lists.get(features);
  if (!known) {
    const ofRoots = features.features.flatMap(({ reads = [] }) => reads).flatMap((read) => (read.kind === 'list' || read.kind === 'tally' ? [read.list()] : []));
    const classes = features.features.flatMap(({ entities = [], graphTypes = [] }) => [...entities, ...graphTypes]);
    const declared = classes.map((one) => (registry.tableOf(one)?.graphClass === one ? registry.tableOf(one) : registry.ownDeclarations(one)));
    lists.set(features, (known = [...ofRoots, ...declared.flatMap((one) => [...(one?.many.values() ?? [])].map(({ list }) => list()))]));
  }
  return known;
}

const search: Pick<Paged, 'name' | 'sort'> = { name: 'SearchResult', sort: {} };

/** The list that a field gives pages of; undefined when it is none that the compiler reads. */
export function pagedOf(features: FeatureSet, { type, args }: GraphQLField<unknown, unknown>): Paged | undefined {
  if (!args.some(({ name }) => name === 'after')) return undefined;
  const { name: connection } = getNamedType(type);
  if (connection === `${search.name}Connection`) return { ...search, entities: recordsOf(searchResult, features) };
  const unions = features.features.flatMap(({ reads = [] }) => reads).flatMap((read) => (read.kind === 'unionList' ? [read.list()] : []));
  const union = unions.find(({ name }) => connection === `${name}Connection`);
  if (union) return { ...union, entities: recordsOf(union.union, features) };
  const list = listsOf(features).find(({ name }) => connection === `${name}Connection`);
  return list && { ...list, entities: [entityOf(list)] };
}

/** Makes cursors that point at rows of a list; null when there are no rows. */
export function cursorsOf(random: Random, context: OracleContext, list: Paged, sort: string | undefined): (() => string) | null {
  const rows = list.entities.flatMap((entity) => [...context.rows.of(entity)]);
  if (rows.length === 0) return null;
  // What is found is ordered by how it was found, and by its id.
  if (list.name === search.name) return () => Buffer.from(JSON.stringify(['MATCH', String(1 + random.below(3)), random.pick(rows).id])).toString('base64url');
  return () => cursorOf(context, list, sort, random.pick(rows));
}
