import { Arg, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { unionType } from '../entity/union.js';
import { searchResult } from '../search/searched-record.js';
import { addPageArguments } from './list-types.js';
import { PageInfo } from './node.js';
import { addKindsArgument } from './union-list-types.js';

/** By what a record was found; the numbers are its place in the order. */
export enum SearchMatch {
  CODE = 'CODE',
  WORDS = 'WORDS',
  CHARACTERS = 'CHARACTERS',
}
registerEnumType(SearchMatch, {
  name: 'SearchMatch',
  description: 'By what a search found a record. Found records are ordered by this, and among equals the latest made comes first.',
  valuesConfig: {
    CODE: { description: 'Its code begins with what was asked for, or its number is that.' },
    WORDS: { description: 'It has all the words.' },
    CHARACTERS: { description: 'It has all the characters; looked for among records of a kind in which nothing has the words.' },
  },
});

const recordType = (): typeof SearchResultEdge => unionType(searchResult) as unknown as typeof SearchResultEdge; // type-graphql types classes alone

/** A found record. */
@ObjectType({ description: 'A record that a search found, with its cursor.' })
export class SearchResultEdge {
  @Field(() => recordType(), { description: 'The record.' })
  node!: object;

  @Field(() => String, { description: 'Where it stands among the found; pass it as `after`.' })
  cursor!: string;

  @Field(() => SearchMatch, { description: 'By what it was found.' })
  match!: SearchMatch;
}

/** A page of what was found. */
@ObjectType({ description: 'A page of what a search found, best first. It is not counted: that would take longer than finding.' })
export class SearchResultConnection {
  @Field(() => [recordType()], { description: 'The records of this page.' })
  nodes!: object[];

  @Field(() => [SearchResultEdge], { description: 'The records of this page, each with its cursor and by what it was found.' })
  edges!: SearchResultEdge[];

  @Field(() => PageInfo, { description: 'Where this page stands among the found.' })
  pageInfo!: PageInfo;
}

/** The arguments of a search: `first`, `after`, `kinds`, `text`, `orgUnit`. */
export function addSearchArguments(prototype: object, method: string): void {
  addPageArguments(prototype, method);
  addKindsArgument(prototype, method, 2);
  Arg('text', () => String, { description: 'Words, or a code or number or how it begins; at most 200 characters.' })(prototype, method, 3);
  Arg('orgUnit', () => ID, { nullable: true, description: 'Only records of this unit or below; kinds that belong to no unit are left out.' })(prototype, method, 4);
}
