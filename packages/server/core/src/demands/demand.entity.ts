import type { Rel } from '@mikro-orm/core';
import { Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { BelongsTo, Many, Node, TenantTable } from '@weixiang/kernel';
import { Field, Int, ObjectType } from 'type-graphql';
import { UnitRecord } from '../organisation/unit-record.js';
import { Project } from '../projects/project.entity.js';
import { VocabularyTerm } from '../vocabulary/vocabulary-term.entity.js';
import { wishList } from '../wishes/wish.list.js';
import { DemandState } from './demand.enums.js';

/** What a project answers: wishes that ask for the same thing, gathered. */
@TenantTable({ name: 'demand', prefix: 'demand' })
@ObjectType({ implements: Node, description: 'A demand (需求): wishes that ask for the same thing, gathered, for a project to answer.' })
@Unique({ properties: ['tenantId', 'number'] })
@Index({ properties: ['tenantId', 'state', 'id'] })
@Index({ name: 'demand_project', expression: 'create index demand_project on demand (tenant_id, project_id, number, id) where project_id is not null' })
@Index({ properties: ['tenantId', 'orgPath'] })
export class Demand extends UnitRecord {
  @Field(() => Int, { description: 'Number that people see; unique in the tenant.' })
  @Property({ type: 'integer' })
  number!: number;

  @Field(() => String, { description: 'What is asked for, in a few words.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => DemandState, { description: 'What has become of it.' })
  @Property({ type: 'text' })
  state!: DemandState;

  /** A demand ends on the version of `demand.life` that it began with. */
  @Property({ type: 'integer' })
  workflowVersion!: number;

  @Field(() => VocabularyTerm, { nullable: true, description: 'Category, a term of the vocabulary of wishes.' })
  @BelongsTo(() => VocabularyTerm, 'category_id', { nullable: true })
  category: Rel<VocabularyTerm> | null = null;

  @Field(() => Project, { nullable: true, description: 'The project that answers it.' })
  @BelongsTo(() => Project, 'project_id', { nullable: true })
  project: Rel<Project> | null = null;

  /** Kept beside the wishes themselves, so that demands can be ranked by it; `gather` alone changes it, in SQL. */
  @Field(() => Int, { description: 'Wishes gathered in it, those that may not be seen included.' })
  @Property({ type: 'integer' })
  wishCount: number = 0;

  @Many(() => wishList, { via: 'demand', description: 'Wishes gathered in it.' })
  wishes!: never;
}
