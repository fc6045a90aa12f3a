import type { Rel } from '@mikro-orm/core';
import { Index, Property } from '@mikro-orm/decorators/legacy';
import { BelongsTo, DateScalar, Node, TenantTable } from '@weixiang/kernel';
import { Field, ObjectType } from 'type-graphql';
import { Partner } from '../partners/partner.entity.js';
import { ProjectRecord } from '../projects/project-record.js';
import { Project } from '../projects/project.entity.js';
import { RecordSource } from '../projects/record-source.js';

/** What both sides owe each other; its five terms become obligations. */
@TenantTable({ name: 'agreement', prefix: 'agreement' })
@ObjectType({ implements: Node, description: 'A signed agreement on a project: parties, date, the five terms (合作协议).' })
@Index({ properties: ['tenantId', 'project', 'signedOn'] })
@Index({ properties: ['tenantId', 'partner'] })
@Index({ properties: ['tenantId', 'signedOn', 'id'] })
@Index({ properties: ['tenantId', 'orgPath'] })
export class Agreement extends ProjectRecord {
  @Field(() => Project, { nullable: true, description: 'The project.' })
  @BelongsTo(() => Project, 'project_id')
  project!: Rel<Project>;

  @Field(() => Partner, { nullable: true, description: 'The partner that signed.' })
  @BelongsTo(() => Partner, 'partner_id', { nullable: true })
  partner: Rel<Partner> | null = null;

  @Field(() => DateScalar, { description: 'Day of signing.' })
  @Property({ type: 'date' })
  signedOn!: string;

  @Field(() => String, { nullable: true, description: 'What is delivered (内容).' })
  @Property({ type: 'text', nullable: true })
  content: string | null = null;

  @Field(() => String, { nullable: true, description: 'How often, for example 每周一次 (频次).' })
  @Property({ type: 'text', nullable: true })
  frequency: string | null = null;

  @Field(() => String, { nullable: true, description: 'With how many people (人员).' })
  @Property({ type: 'text', nullable: true })
  people: string | null = null;

  @Field(() => String, { nullable: true, description: 'Where (场地).' })
  @Property({ type: 'text', nullable: true })
  venue: string | null = null;

  @Field(() => String, { nullable: true, description: 'To what standard (标准).' })
  @Property({ type: 'text', nullable: true })
  standard: string | null = null;

  @Field(() => RecordSource, { description: 'Where the record comes from.' })
  @Property({ type: 'text' })
  source: RecordSource = RecordSource.ENTERED;
}
