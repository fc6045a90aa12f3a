import type { Rel } from '@mikro-orm/core';
import { Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { BelongsTo, DateScalar, Many, Node, TenantTable } from '@weixiang/kernel';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { photoList } from '../photos/photo.list.js';
import { ProjectRecord } from '../projects/project-record.js';
import { Project } from '../projects/project.entity.js';
import { RecordSource } from '../projects/record-source.js';
import { VocabularyTerm } from '../vocabulary/vocabulary-term.entity.js';

/** A dated session of a project. Visits count every coming; they are not distinct people. */
@TenantTable({ name: 'activity', prefix: 'activity' })
@ObjectType({ implements: Node, description: 'A dated session of a project, with the visits it had (活动).' })
@Unique({ properties: ['tenantId', 'ledgerKey'] })
@Index({ name: 'activity_project', expression: 'create index activity_project on activity (tenant_id, project_id, date desc nulls last, id desc)' })
@Index({ properties: ['tenantId', 'date', 'id'] })
@Index({ properties: ['tenantId', 'kind', 'date'] })
@Index({ properties: ['tenantId', 'orgPath'] })
export class Activity extends ProjectRecord {
  @Field(() => Project, { nullable: true, description: 'The project.' })
  @BelongsTo(() => Project, 'project_id')
  project!: Rel<Project>;

  @Field(() => VocabularyTerm, { nullable: true, description: 'Kind of activity, a term of the tenant’s vocabulary (服务类型).' })
  @BelongsTo(() => VocabularyTerm, 'kind_id')
  kind!: VocabularyTerm;

  @Field(() => String, { nullable: true, description: 'Name.' })
  @Property({ type: 'text', nullable: true })
  name: string | null = null;

  @Field(() => DateScalar, { nullable: true, description: 'Day; null when the ledger gave none.' })
  @Property({ type: 'date', nullable: true })
  date: string | null = null;

  @Field(() => String, { nullable: true, description: 'Where it took place.' })
  @Property({ type: 'text', nullable: true })
  place: string | null = null;

  @Field(() => Int, { description: 'Visits: everybody who came, as often as they came (人次).' })
  @Property({ type: 'integer' })
  visits!: number;

  @Field(() => Int, { description: 'Visits of minors among them.' })
  @Property({ type: 'integer' })
  minors!: number;

  @Field(() => Float, { nullable: true, description: 'What was achieved beside visits, counted in `quantityUnit`: 120 trees.' })
  @Property({ type: 'double', nullable: true })
  quantity: number | null = null;

  @Field(() => String, { nullable: true, description: 'What the quantity counts, as it was written: 棵, 平方米.' })
  @Property({ type: 'text', nullable: true })
  quantityUnit: string | null = null;

  @Field(() => RecordSource, { description: 'Where the record comes from.' })
  @Property({ type: 'text' })
  source: RecordSource = RecordSource.ENTERED;

  /** Content and occurrence of the ledger's row: identical rows are legal and both count, a second import adds none. */
  @Property({ type: 'text', nullable: true })
  ledgerKey: string | null = null;

  @Many(() => photoList, { via: 'activity', description: 'Its photos, in their order; without those that staff hid, for whom they are hidden.' })
  photos!: never;
}
