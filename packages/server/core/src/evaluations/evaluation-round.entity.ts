import type { Rel } from '@mikro-orm/core';
import { Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { BelongsTo, DateScalar, Many, Node, SqlValue, TenantTable } from '@weixiang/kernel';
import type { EvaluationPolicy } from '@weixiang/shared';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { noticeList } from '../notices/notice.list.js';
import { ProjectRecord } from '../projects/project-record.js';
import { Project } from '../projects/project.entity.js';
import { RecordSource } from '../projects/record-source.js';
import { evaluationProposalList } from './evaluation-proposal.list.js';
import { Grade, RoundState, type RatingParty } from './evaluation.enums.js';
import type { RatedTally } from './evaluation-round.rules.js';
import { objectionList } from './objection.list.js';
import { ratingList } from './rating.list.js';

/**
 * One month's evaluation of one project (一月一评). A round with ratings opens and closes here; tallies from a ledger, or
 * recorded by hand, are final from the start. Grade and satisfaction follow from the tallies.
 */
@TenantTable({ name: 'evaluation_round', prefix: 'round' })
@ObjectType({ implements: Node, description: 'One month’s evaluation of one project (一月一评): how many gave which rating, and the grade that follows.' })
@Unique({ properties: ['tenantId', 'project', 'month'] })
@Index({ properties: ['tenantId', 'month', 'id'] })
@Index({ properties: ['tenantId', 'state', 'closesAt'] })
@Index({ properties: ['tenantId', 'orgPath'] })
export class EvaluationRound extends ProjectRecord {
  @Field(() => Project, { nullable: true, description: 'The project.' })
  @BelongsTo(() => Project, 'project_id')
  project!: Rel<Project>;

  @Field(() => String, { description: 'Month, YYYY-MM, in the tenant’s time zone.' })
  @Property({ type: 'text' })
  month!: string;

  @Field(() => RoundState, { description: 'Where it stands.' })
  @Property({ type: 'text' })
  state: RoundState = RoundState.FINAL;

  @Field(() => Date, { nullable: true, description: 'When ratings began, UTC; null for tallies that were recorded or imported.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  openedAt: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'When ratings end, UTC; null for tallies that were recorded or imported.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  closesAt: Date | null = null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day on which the published grade can be objected to.' })
  @Property({ type: 'date', nullable: true })
  objectionsUntil: string | null = null;

  @Field(() => Int, { nullable: true, description: 'Ratings “excellent”; null while it is open, and for the public below five ratings.' })
  @Property({ type: 'integer' })
  excellent: number = 0;

  @Field(() => Int, { nullable: true, description: 'Ratings “good”; null like `excellent`.' })
  @Property({ type: 'integer' })
  good: number = 0;

  @Field(() => Int, { nullable: true, description: 'Ratings “pass”; null like `excellent`.' })
  @Property({ type: 'integer' })
  pass: number = 0;

  @Field(() => Int, { nullable: true, description: 'Ratings “fail”; null like `excellent`.' })
  @Property({ type: 'integer' })
  fail: number = 0;

  @Field(() => Int, { nullable: true, description: 'Ratings in all; null like `excellent`.' })
  @Property({ type: 'integer' })
  votes: number = 0;

  /** Residents' ratings among them; fewer than five of them would be told by the weighted mean. */
  @Property({ type: 'integer' })
  residentVotes: number = 0;

  @Field(() => Float, { nullable: true, description: 'Weighted mean of the ratings, 0–100; null without a grade, and for the public below five ratings, or five of residents where any of them rated.' })
  @Property({ type: 'double', nullable: true })
  score: number | null = null;

  @Field(() => Grade, { nullable: true, description: 'Grade that follows from the mean; null while it is open, and below the quorum.' })
  @Property({ type: 'text', nullable: true })
  grade: Grade | null = null;

  @Field(() => Float, { nullable: true, description: 'Share of the ratings that are not “fail”, 0–1; null without a grade, and for the public below five ratings.' })
  @Property({ type: 'double', nullable: true })
  satisfaction: number | null = null;

  /** The tenant's policy when the round began; null for tallies that were recorded or imported. */
  @Property({ type: 'json', nullable: true })
  ownPolicy: EvaluationPolicy | null = null;

  /** What each party gave; null until it is closed. */
  @Property({ type: 'json', nullable: true })
  tallies: Record<RatingParty, RatedTally> | null = null;

  @Field(() => RecordSource, { description: 'Where the record comes from.' })
  @Property({ type: 'text' })
  source: RecordSource = RecordSource.ENTERED;

  /** Contents and occurrences of the ledger's rows that it sums up: the same row again changes nothing. */
  @Property({ type: 'array', columnType: 'text[]' })
  ledgerKeys: string[] = [];

  @Field(() => Int, { nullable: true, description: 'How many have rated so far, of every party; for staff.' })
  @SqlValue(({ alias }) => `(select count(*) from rating given where given.tenant_id = ${alias}.tenant_id and given.round_id = ${alias}.id and not given.is_excluded)::int`)
  turnout!: number | null;

  @Field(() => Int, { nullable: true, description: 'Objections to its grade that nobody has answered yet.' })
  @SqlValue(({ alias }) => `(select count(*) from objection raised where raised.tenant_id = ${alias}.tenant_id and raised.round_id = ${alias}.id and raised.state = 'OPEN')::int`)
  openObjectionCount!: number | null;

  @Many(() => ratingList, { via: 'round', description: 'Its ratings without who gave them, once it is closed; your own at any time.' })
  ratings!: never;

  @Many(() => objectionList, { via: 'round', description: 'Objections to its grade that you may see.' })
  objections!: never;

  @Many(() => evaluationProposalList, { via: 'round', description: 'What follows from its grade, as far as you may see it.' })
  proposals!: never;

  @Many(() => noticeList, { via: 'round', description: 'What was made public about it; the latest stands.' })
  notices!: never;
}
