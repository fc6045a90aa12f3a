import { JsonScalar, PageInfo } from '@weixiang/kernel';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Person } from '../people/person.entity.js';

/** One event about one record, as its history shows it. */
@ObjectType({ description: 'What happened to a record: who, when, what, before and after.' })
export class HistoryEntry {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Name of the event, for example project.approve.' })
  name!: string;

  @Field(() => Date, { description: 'When, UTC.' })
  at!: Date;

  @Field(() => Person, { nullable: true, description: 'Who did it; null for the product itself, or for whom you may not see.' })
  actor!: unknown;

  @Field(() => String, { nullable: true, description: 'Reason or decision that was given with it.' })
  words!: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Field → [before, after]; sensitive values are named and not shown.' })
  changes!: unknown;
}

@ObjectType({ description: 'An entry of a history, with its cursor.' })
export class HistoryEntryEdge {
  @Field(() => HistoryEntry, { description: 'The entry.' })
  node!: HistoryEntry;

  @Field(() => String, { description: 'Where it stands; pass it as `after`.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of a history, latest first.' })
export class HistoryEntryConnection {
  @Field(() => [HistoryEntry], { description: 'The entries of this page.' })
  nodes!: HistoryEntry[];

  @Field(() => [HistoryEntryEdge], { description: 'The entries of this page, each with its cursor.' })
  edges!: HistoryEntryEdge[];

  @Field(() => PageInfo, { description: 'Where this page stands in the history.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many entries the whole history has.' })
  totalCount!: number;
}
