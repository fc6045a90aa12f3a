import type { Rel } from '@mikro-orm/core';
import { Index, Property } from '@mikro-orm/decorators/legacy';
import { Project, ProjectRecord } from '@weixiang/core';
import { BelongsTo, Many, Node, TenantTable } from '@weixiang/kernel';
import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { EducationProject } from '../projects/education-project.js';
import { termList } from '../terms/term.list.js';

/** For whom a course is. */
export enum CourseAudience {
  MINORS = 'MINORS',
  ADULTS = 'ADULTS',
  ALL = 'ALL',
}
registerEnumType(CourseAudience, {
  name: 'CourseAudience',
  description: 'For whom a course is.',
  valuesConfig: {
    MINORS: { description: 'For minors, with their guardians’ consent.' },
    ADULTS: { description: 'For adults.' },
    ALL: { description: 'For every age.' },
  },
});

/** What a project teaches; it is held in terms. */
@TenantTable({ name: 'course', prefix: 'course' })
@ObjectType({ implements: Node, description: 'A course of an education project (课程), held in terms.' })
@Index({ properties: ['tenantId', 'project'] })
@Index({ properties: ['tenantId', 'createdAt', 'id'] })
@Index({ properties: ['tenantId', 'orgPath'] })
export class Course extends ProjectRecord {
  @Field(() => EducationProject, { nullable: true, description: 'The project.' })
  @BelongsTo(() => Project, 'project_id')
  project!: Rel<Project>;

  @Field(() => String, { description: 'Name, for example 四点半课堂.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => CourseAudience, { description: 'For whom it is.' })
  @Property({ type: 'text' })
  audience!: CourseAudience;

  @Field(() => Float, { nullable: true, description: 'Fee of a term in yuan; 0 when it is free, null while nobody has said.' })
  @Property({ type: 'double', nullable: true })
  fee: number | null = null;

  @Field(() => String, { nullable: true, description: 'Where it is held.' })
  @Property({ type: 'text', nullable: true })
  place: string | null = null;

  @Field(() => String, { nullable: true, description: 'Who teaches, as it is made public.' })
  @Property({ type: 'text', nullable: true })
  teacherName: string | null = null;

  @Many(() => termList, { via: 'course', description: 'Its terms.' })
  terms!: never;
}
