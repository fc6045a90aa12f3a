import type { Rel } from '@mikro-orm/core';
import { Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { BelongsTo, Node, TenantTable } from '@weixiang/kernel';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ProjectRecord } from '../projects/project-record.js';
import { Project } from '../projects/project.entity.js';
import { RecordSource } from '../projects/record-source.js';

/** A grade of a monthly evaluation. */
export enum Grade {
  EXCELLENT = 'EXCELLENT',
  GOOD = 'GOOD',
  PASS = 'PASS',
  FAIL = 'FAIL',
}
registerEnumType(Grade, {
  name: 'Grade',
  description: 'A grade of a monthly evaluation: the weighted mean of its ratings.',
  valuesConfig: {
    EXCELLENT: { description: 'Excellent (优秀).' },
    GOOD: { description: 'Good (良好).' },
    PASS: { description: 'Pass (合格).' },
    FAIL: { description: 'Fail (不合格).' },
  },
});

/** One month's evaluation of one project (一月一评), as tallies; grade and satisfaction follow from them. */
@TenantTable({ name: 'evaluation_round', prefix: 'round' })
@ObjectType({ implements: Node, description: 'One month’s evaluation of one project (一月一评): how many gave which rating, and the grade that follows.' })
@Unique({ properties: ['tenantId', 'project', 'month'] })
@Index({ properties: ['tenantId', 'month', 'id'] })
@Index({ name: 'evaluation_round_org_path', expression: 'create index evaluation_round_org_path on evaluation_round using gist (tenant_id, org_path)' })
export class EvaluationRound extends ProjectRecord {
  @Field(() => Project, { nullable: true, description: 'The project.' })
  @BelongsTo(() => Project, 'project_id')
  project!: Rel<Project>;

  @Field(() => String, { description: 'Month, YYYY-MM, in the tenant’s time zone.' })
  @Property({ type: 'text' })
  month!: string;

  @Field(() => Int, { description: 'Ratings “excellent”.' })
  @Property({ type: 'integer' })
  excellent!: number;

  @Field(() => Int, { description: 'Ratings “good”.' })
  @Property({ type: 'integer' })
  good!: number;

  @Field(() => Int, { description: 'Ratings “pass”.' })
  @Property({ type: 'integer' })
  pass!: number;

  @Field(() => Int, { description: 'Ratings “fail”.' })
  @Property({ type: 'integer' })
  fail!: number;

  @Field(() => Int, { description: 'Ratings in all.' })
  @Property({ type: 'integer' })
  votes!: number;

  @Field(() => Float, { description: 'Weighted mean of the ratings, 0–100.' })
  @Property({ type: 'double' })
  score!: number;

  @Field(() => Grade, { description: 'Grade that follows from the mean.' })
  @Property({ type: 'text' })
  grade!: Grade;

  @Field(() => Float, { description: 'Share of the ratings that are not “fail”, 0–1.' })
  @Property({ type: 'double' })
  satisfaction!: number;

  @Field(() => RecordSource, { description: 'Where the record comes from.' })
  @Property({ type: 'text' })
  source: RecordSource = RecordSource.ENTERED;

  /** Contents and occurrences of the ledger's rows that it sums up: the same row again changes nothing. */
  @Property({ type: 'array', columnType: 'text[]' })
  ledgerKeys: string[] = [];
}
