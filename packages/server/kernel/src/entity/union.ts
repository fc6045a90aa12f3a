import { createUnionType } from 'type-graphql';
import type { FeatureSet } from '../features/feature-set.js';
import { registry } from './registry.js';
import type { RecordClass } from './record.js';
import type { SortOrder } from './list.js';

/** What {@link defineUnion} takes. */
export interface UnionOptions {
  /** GraphQL name. */
  name: string;
  description: string;
  /** The records that belong to it. An interface's class stands for its variants; what no enabled feature provides is left out. */
  of: (features: FeatureSet) => readonly RecordClass[];
}

/** A GraphQL union of records, as one set of features has it. */
export type UnionDefinition = Readonly<UnionOptions>;

/** What type-graphql knows each union by. */
const symbols = new Map<UnionDefinition, symbol>();

/**
 * Declares a union of records. Give it to a field with {@link unionType}.
 *
 * @example `export const matter = defineUnion({ name: 'Matter', description: 'A wish or a project.', of: () => [Wish, Project] })`
 */
export function defineUnion(options: UnionOptions): UnionDefinition {
  const { name, description } = options;
  const union = Object.freeze(options);
  const symbol = createUnionType({ name, description, types: () => [] }) as unknown as symbol; // the build of a schema says which types
  symbols.set(union, symbol);
  return union;
}

/** A union as type-graphql's `@Field` takes it: `@Field(() => unionType(matter), { nullable: true })`. */
export function unionType(union: UnionDefinition): symbol {
  const symbol = symbols.get(union);
  if (!symbol) throw new Error(`${union.name} was not declared by defineUnion.`);
  return symbol;
}

/** The classes of records in a union, as far as a set of features has them. */
export function recordsOf(union: UnionDefinition, set: FeatureSet): RecordClass[] {
  const entities = new Set(set.features.flatMap(({ entities: own }) => own ?? []));
  return [...new Set(union.of(set))].filter((record) => entities.has(record));
}

/** The object types of every union under its symbol, as one set of features has them. */
export function unionMembers(set: FeatureSet): Map<symbol, RecordClass[]> {
  const shown = new Set(set.features.flatMap(({ graphTypes }) => graphTypes ?? []));
  const typesOf = (record: RecordClass): RecordClass[] => {
    if (registry.discriminatorOf(record) === undefined) return [record];
    return registry.variants().filter(({ of, graphClass }) => of === record && shown.has(graphClass)).map(({ graphClass }) => graphClass);
  };
  return new Map([...symbols].map(([union, symbol]) => [symbol, recordsOf(union, set).flatMap(typesOf)]));
}

/** A field that refers to one record of a union: its kind in one column, its id in another. */
export interface OneOfField {
  name: string;
  union: () => UnionDefinition;
  /** Property that holds the subject's name, as abilities and events have it: `Wish`. */
  subject: string;
  /** Property that holds the record's UUID. */
  id: string;
}

/** What {@link defineUnionList} takes. */
export interface UnionListOptions {
  /** Stem of the GraphQL names: `Matter` gives MatterConnection, MatterSort. */
  name: string;
  union: UnionDefinition;
  /** By properties that all records of the union have, of one SQL type. The first is the default. */
  sort: Record<string, SortOrder>;
}

/** A declared list over the records of a union; narrowed by `kinds`, the prefixes of their ids. */
export type UnionListDefinition = Readonly<UnionListOptions>;

/** Declares a list over the records of a union: `defineUnionList({ name: 'Matter', union: matter, sort: { NEWEST: descending('createdAt', 'Latest first.') } })` */
export function defineUnionList(options: UnionListOptions): UnionListDefinition {
  return Object.freeze(options);
}
