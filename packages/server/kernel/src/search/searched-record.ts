import type { Text } from '@weixiang/shared';
import type { RecordClass } from '../entity/record.js';
import { type GraphTable, registry } from '../entity/registry.js';
import { defineUnion } from '../entity/union.js';
import type { FeatureSet } from '../features/feature-set.js';

/** What {@link searchedRecord} takes beside the record. */
export interface SearchedOptions {
  /** What several of them are called: 心愿, Wishes. */
  label: Text;
  /** Properties whose words it is found by. A row is found only by who may see every one of these in full. */
  texts: readonly string[];
  /** Properties that are codes: found by how they begin. */
  codes?: readonly string[];
  /** Properties that are numbers people see: found when they are the same. */
  numbers?: readonly string[];
}

/** A kind of record that search finds, and by what. */
export interface SearchedRecord extends Required<SearchedOptions> {
  of: () => RecordClass;
}

/**
 * Declares that search finds these records.
 *
 * @example `searchedRecord(() => Wish, { label: { zh: '心愿', en: 'Wishes' }, texts: ['words'], numbers: ['number'] })`
 */
export function searchedRecord(of: () => RecordClass, { label, texts, codes = [], numbers = [] }: SearchedOptions): SearchedRecord {
  return { of, label, texts, codes, numbers };
}

/** Every property that a record is found by. */
export function searchedProperties({ texts, codes, numbers }: SearchedRecord): string[] {
  return [...texts, ...codes, ...numbers];
}

/** The table of the records that are searched. @throws when they have none; a mistake in a declaration. */
export function tableOfSearched({ of }: SearchedRecord): GraphTable {
  const table = registry.tableOf(of());
  if (!table) throw new Error(`${of().name} is searched and is no table.`);
  return table;
}

/** Every property whose change changes what a record is found by: also those that stand in for others. */
export function followedProperties(searched: SearchedRecord): string[] {
  const { standIns } = tableOfSearched(searched);
  return searchedProperties(searched).flatMap((property) => [property, standIns.get(property)?.property ?? property]);
}

/** Whether others see another text in place of one that the records are found by. */
export function hasStandIns(searched: SearchedRecord): boolean {
  const { standIns } = tableOfSearched(searched);
  return searched.texts.some((property) => standIns.has(property));
}

/** The kind of tokens of a record's own texts, where others stand in for them. `'wish' → 'wish+'` */
export function ownKind(prefix: string): string {
  return `${prefix}+`;
}

/** What is searched of the records of a class in a set of features; undefined when they are not. */
export function searchedIn({ features }: FeatureSet, record: RecordClass): SearchedRecord | undefined {
  const table = registry.tableOf(record)?.entity;
  return features.flatMap(({ searches }) => searches ?? []).find(({ of }) => of() === table);
}

/** What a search finds: one of the records that the tenant's features have searched. */
export const searchResult = defineUnion({
  name: 'SearchResult',
  description: 'A record that a search finds.',
  of: ({ features }) => features.flatMap(({ searches }) => searches ?? []).map(({ of }) => of()),
});
