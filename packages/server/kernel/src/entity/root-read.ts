import type { ListDefinition } from './list.js';
import type { RecordClass } from './record.js';
import type { UnionListDefinition } from './union.js';

/** A root field that reads one record by id: `wish(id:)`. Absent and not permitted look the same: null. */
export interface OneRead {
  kind: 'one';
  name: string;
  of: () => RecordClass;
  description: string;
}

/** A root field that reads a page of a list: `wishes(first, after, filter, sort)`. */
export interface ListRead {
  kind: 'list';
  name: string;
  list: () => ListDefinition;
  description: string;
}

/** A root field that counts a list's records by the values of one property: `wishCounts(filter)` gives `[{ key count }]`. */
export interface TallyRead {
  kind: 'tally';
  name: string;
  list: () => ListDefinition;
  /** A property of the records, or of what one of their relations points to: `state`, `orgUnit.kind`. */
  by: string;
  description: string;
}

/** A root field that reads a page of a list over a union: `matters(first, after, kinds, sort)`. */
export interface UnionListRead {
  kind: 'unionList';
  name: string;
  list: () => UnionListDefinition;
  description: string;
}

/** A root field that finds records of many kinds by words: `search(text, kinds, orgUnit, first, after)`. */
export interface SearchRead {
  kind: 'search';
  name: string;
  description: string;
}

/** A root field that the selection compiler answers. */
export type RootRead = OneRead | ListRead | TallyRead | UnionListRead | SearchRead;

/** Declares `wish(id:)`. */
export const oneQuery = (name: string, of: () => RecordClass, description: string): OneRead => ({ kind: 'one', name, of, description });
/** Declares `wishes(…)`. */
export const listQuery = (name: string, list: () => ListDefinition, description: string): ListRead => ({ kind: 'list', name, list, description });
/** Declares `wishCounts(filter)`. */
export const tallyQuery = (name: string, list: () => ListDefinition, by: string, description: string): TallyRead => ({ kind: 'tally', name, list, by, description });
/** Declares `matters(…)`, over the records of a union. */
export const unionListQuery = (name: string, list: () => UnionListDefinition, description: string): UnionListRead => ({ kind: 'unionList', name, list, description });
/** Declares `search(…)`. */
export const searchQuery = (name: string, description: string): SearchRead => ({ kind: 'search', name, description });
