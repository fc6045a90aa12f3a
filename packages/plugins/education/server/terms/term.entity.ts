import type { Opt, Rel } from '@mikro-orm/core';
import { Index, Property } from '@mikro-orm/decorators/legacy';
import { Person, Project, ProjectRecord } from '@weixiang/core';
import { BelongsTo, DateScalar, Many, Node, SqlValue, TenantTable } from '@weixiang/kernel';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Course } from '../courses/course.entity.js';
import { enrolmentList } from '../enrolments/enrolment.list.js';
import { seatsTaken } from '../enrolments/enrolment.sql.js';
import { lessonList } from '../lessons/lesson.list.js';
import { EducationProject } from '../projects/education-project.js';

/** Where a term stands; its workflow is `education.term`. */
export enum TermState {
  PLANNED = 'PLANNED',
  OPEN = 'OPEN',
  RUNNING = 'RUNNING',
  FINISHED = 'FINISHED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(TermState, {
  name: 'TermState',
  description: 'Where a term stands.',
  valuesConfig: {
    PLANNED: { description: 'Planned; not public yet.' },
    OPEN: { description: 'Takes requests (报名中).' },
    RUNNING: { description: 'Being held (上课中).' },
    FINISHED: { description: 'Over (已结课).' },
    CANCELLED: { description: 'Not held (已取消).' },
  },
});

/** One run of a course, from a first to a last day. */
@TenantTable({ name: 'course_term', prefix: 'courseterm' })
@ObjectType({ implements: Node, description: 'A term of a course (班次): when it meets, how many seats it has, who enrols.' })
@Index({ properties: ['tenantId', 'course', 'startsOn'] })
@Index({ properties: ['tenantId', 'project'] })
@Index({ properties: ['tenantId', 'state', 'startsOn'] })
@Index({ properties: ['tenantId', 'startsOn', 'id'] })
@Index({ properties: ['tenantId', 'orgPath'] })
export class Term extends ProjectRecord {
  @Field(() => EducationProject, { nullable: true, description: 'The project.' })
  @BelongsTo(() => Project, 'project_id')
  project!: Rel<Project>;

  @Field(() => Course, { nullable: true, description: 'The course.' })
  @BelongsTo(() => Course, 'course_id')
  course!: Rel<Course>;

  @Field(() => String, { description: 'Name, for example 2026 年秋季班.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => DateScalar, { description: 'First day.' })
  @Property({ type: 'date' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'Last day.' })
  @Property({ type: 'date' })
  endsOn!: string;

  @Field(() => [Int], { description: 'Days of the week on which it meets, 1 (Monday) to 7 (Sunday).' })
  @Property({ type: 'integer[]', columnType: 'int[]' })
  weekdays!: number[];

  @Field(() => String, { nullable: true, description: 'When a lesson begins, local time, for example 16:30.' })
  @Property({ type: 'text', nullable: true })
  startsAt: string | null = null;

  @Field(() => String, { nullable: true, description: 'When a lesson ends, local time, for example 18:00.' })
  @Property({ type: 'text', nullable: true })
  endsAt: string | null = null;

  @Field(() => Int, { description: 'Seats.' })
  @Property({ type: 'integer' })
  capacity!: number;

  @Field(() => Person, { nullable: true, description: 'Who teaches it, as far as you may see; null while nobody is named.' })
  @BelongsTo(() => Person, 'teacher_id', { nullable: true })
  teacher: Person | null = null;

  @Field(() => Int, { description: 'Hours that a guardian has to accept a place that came free.' })
  @Property({ type: 'integer' })
  acceptWithinHours: Opt<number> = 24;

  @Field(() => Int, { description: 'Minutes after a lesson until which children are to be handed over; then an alert is raised, and as long again later it goes up.' })
  @Property({ type: 'integer' })
  pickUpMinutes: Opt<number> = 15;

  @Field(() => Int, { description: 'Seats that are taken: enrolments confirmed or completed, and places offered.' })
  @SqlValue(({ alias }) => seatsTaken(`${alias}.tenant_id`, `${alias}.id`))
  enrolledCount!: number;

  @Field(() => Int, { description: 'Seats that are left; requests beyond them wait.' })
  @SqlValue(({ alias, column }) => `greatest(${column('capacity')} - ${seatsTaken(`${alias}.tenant_id`, `${alias}.id`)}, 0)`)
  seatsLeft!: number;

  @Field(() => TermState, { description: 'Where it stands.' })
  @Property({ type: 'text' })
  state!: TermState;

  /** A term ends on the version of `education.term` that it began with. */
  @Property({ type: 'integer' })
  workflowVersion!: number;

  @Many(() => enrolmentList, { via: 'term', description: 'Who enrols in it, as far as you may see.' })
  enrolments!: never;

  @Many(() => lessonList, { via: 'term', description: 'Its lessons.' })
  lessons!: never;
}
