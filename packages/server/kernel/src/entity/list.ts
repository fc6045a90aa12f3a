import { ID } from 'type-graphql';
import type { ReturnTypeFunc } from './field-type.js';
import type { RecordClass } from './record.js';

/** How one field of a filter becomes SQL over the listed row. */
export type FilterTest =
  /** `column = value`; null never matches. */
  | { kind: 'equals'; property: string }
  /** `column = any(values)`. */
  | { kind: 'anyOf'; property: string }
  /** Compares dates, numbers and instants; inclusive. */
  | { kind: 'atLeast' | 'atMost'; property: string }
  /** The relation points at this id (TypeID of `prefix`), or at one of these. */
  | { kind: 'refers'; property: string; prefix: string; many?: boolean }
  /** The row's path lies in the subtree of the org unit with this id. */
  | { kind: 'inSubtree'; property: string }
  /** The text property contains these characters, letters' case aside. */
  | { kind: 'contains'; properties: readonly string[] }
  /** The row is found by these words, as search finds it; its class is declared with `searchedRecord`. */
  | { kind: 'searched' }
  /** true: the property is null · false: it is not. */
  | { kind: 'isNull'; property: string }
  /** true: the relation points at the signed-in person. */
  | { kind: 'isActor'; property: string }
  /** Some record of another list, whose relation points back at the row and which the actor may read, meets a filter of that list. */
  | { kind: 'has'; list: () => ListDefinition; via: string }
  /** true: the condition holds · false: it does not. For what no other kind says; `alias` restates the tenant by itself. */
  | { kind: 'sql'; sql(row: { alias: string; column(property: string): string; value: string }): string };

/** One field of a filter. */
export interface FilterField {
  type: ReturnTypeFunc;
  description: string;
  test: FilterTest;
}

/** One way to sort: properties in order; `id` is always added last so that cursors are exact. */
export interface SortOrder {
  description: string;
  by: readonly { property: string; direction: 'asc' | 'desc' }[];
}

/** What {@link defineList} takes. */
export interface ListOptions {
  /** The listed record. */
  of: () => RecordClass;
  /** Stem of the GraphQL names: `Wish` gives WishConnection, WishFilter, WishSort. */
  name: string;
  filter: Record<string, FilterField>;
  /** The first is the default. */
  sort: Record<string, SortOrder>;
}

/** A declared list: one declaration gives the connection type, its filter, its sorts and their SQL. */
export type ListDefinition = Readonly<ListOptions>;

/** Longest page that may be asked for. */
export const maxPageSize = 100;
/** Page when `first` is left out. */
export const defaultPageSize = 20;

/**
 * Declares a list of records.
 *
 * @example
 * ```ts
 * export const wishList = defineList({
 *   of: () => Wish, name: 'Wish',
 *   filter: { state: anyOf('state', () => [WishState], 'Only wishes in one of these states.') },
 *   sort: { NEWEST: newestFirst('recordedOn') },
 * });
 * ```
 */
export function defineList(options: ListOptions): ListDefinition {
  if (Object.keys(options.sort).length === 0) throw new Error(`List ${options.name} declares no sort order.`);
  return Object.freeze(options);
}

/** Filter: the property is one of these. */
export const anyOf = (property: string, type: ReturnTypeFunc, description: string): FilterField => ({ type, description, test: { kind: 'anyOf', property } });
/** Filter: the property equals this. */
export const equals = (property: string, type: ReturnTypeFunc, description: string): FilterField => ({ type, description, test: { kind: 'equals', property } });
/** Filter: the property is this or later/more. */
export const atLeast = (property: string, type: ReturnTypeFunc, description: string): FilterField => ({ type, description, test: { kind: 'atLeast', property } });
/** Filter: the property is this or earlier/less. */
export const atMost = (property: string, type: ReturnTypeFunc, description: string): FilterField => ({ type, description, test: { kind: 'atMost', property } });
/** Filter: the relation points at the record with this id. */
export const refersTo = (property: string, prefix: string, description: string): FilterField => ({ type: () => ID, description, test: { kind: 'refers', property, prefix } });
/** Filter: the row lies in the subtree of the org unit with this id. */
export const inSubtree = (description: string, property = 'orgPath'): FilterField => ({ type: () => ID, description, test: { kind: 'inSubtree', property } });
/** Filter: one of the text properties contains these characters. */
export const contains = (properties: readonly string[], description: string): FilterField => ({ type: () => String, description, test: { kind: 'contains', properties } });
/** Filter: the row is found by these words, as search finds it. */
export const searched = (description: string): FilterField => ({ type: () => String, description, test: { kind: 'searched' } });
/** Filter: the relation points at the signed-in person (true), or does not (false). */
export const isActor = (property: string, description: string): FilterField => ({ type: () => Boolean, description, test: { kind: 'isActor', property } });
/** Filter: the property is empty (true) or filled (false). */
export const isNull = (property: string, description: string): FilterField => ({ type: () => Boolean, description, test: { kind: 'isNull', property } });

/** Sort: latest or largest first. */
export const descending = (property: string, description: string): SortOrder => ({ description, by: [{ property, direction: 'desc' }] });
/** Sort: earliest or smallest first. */
export const ascending = (property: string, description: string): SortOrder => ({ description, by: [{ property, direction: 'asc' }] });
