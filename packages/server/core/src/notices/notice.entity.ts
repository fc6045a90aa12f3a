import type { Rel } from '@mikro-orm/core';
import { Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { BelongsTo, Node, TenantRecord, TenantTable } from '@weixiang/kernel';
import { Field, Int, ObjectType } from 'type-graphql';
import { EvaluationRound } from '../evaluations/evaluation-round.entity.js';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { Project } from '../projects/project.entity.js';

/**
 * What was made public. Numbered without a gap, each linked to the one before by its hash; the database lets nobody
 * change or remove one. A mistake is mended by a further notice.
 */
@TenantTable({ name: 'notice', prefix: 'notice', isAppendOnly: true })
@ObjectType({ implements: Node, description: 'What was made public (公示): numbered, unchangeable, each linked to the one before by its hash.' })
@Unique({ properties: ['tenantId', 'number'] })
@Index({ properties: ['tenantId', 'project', 'number'] })
@Index({ properties: ['tenantId', 'round'] })
export class Notice extends TenantRecord {
  @Field(() => Int, { description: 'Number in the tenant’s series, from 1 without a gap.' })
  @Property({ type: 'integer' })
  number!: number;

  @Field(() => String, { description: 'Title.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String, { description: 'The words that were made public.' })
  @Property({ type: 'text' })
  body!: string;

  @Field(() => String, { description: 'Kind of notice, as the tenant names it, for example 项目公示.' })
  @Property({ type: 'text' })
  kind!: string;

  @Field(() => Date, { description: 'When it was made public, UTC.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime' })
  publishedAt!: Date;

  @Field(() => OrgUnit, { nullable: true, description: 'The unit that speaks; null for the whole tenant.' })
  @BelongsTo(() => OrgUnit, 'org_unit_id', { nullable: true })
  orgUnit: OrgUnit | null = null;

  @Field(() => Project, { nullable: true, description: 'The project that it is about, if it is about one.' })
  @BelongsTo(() => Project, 'project_id', { nullable: true })
  project: Rel<Project> | null = null;

  @Field(() => EvaluationRound, { nullable: true, description: 'The evaluation whose grade it makes public, if it does.' })
  @BelongsTo(() => EvaluationRound, 'round_id', { nullable: true })
  round: Rel<EvaluationRound> | null = null;

  @Field(() => Notice, { nullable: true, description: 'The notice that it corrects.' })
  @BelongsTo(() => Notice, 'corrects_id', { nullable: true })
  corrects: Rel<Notice> | null = null;

  @Field(() => String, { description: 'Hash of the notice before; 64 zeros for the first.' })
  @Property({ type: 'text' })
  previousHash!: string;

  @Field(() => String, { description: 'SHA-256, hexadecimal, over the content and the hash before.' })
  @Property({ type: 'text' })
  hash!: string;
}
