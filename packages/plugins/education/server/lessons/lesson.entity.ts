import type { Rel } from '@mikro-orm/core';
import { Check, Index, Property } from '@mikro-orm/decorators/legacy';
import { Person, Project, ProjectRecord } from '@weixiang/core';
import { BelongsTo, Node, SqlValue, TenantTable } from '@weixiang/kernel';
import { Field, Int, ObjectType } from 'type-graphql';
import { Course } from '../courses/course.entity.js';
import { EducationProject } from '../projects/education-project.js';
import { Room } from '../rooms/room.entity.js';
import { Term } from '../terms/term.entity.js';

/** PostgreSQL refuses two lessons at once of one teacher or in one room; a cancelled one takes nobody's time. */
const exclusive = (what: string) => `EXCLUDE USING gist (tenant_id WITH =, ${what}_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE ((cancelled_at IS NULL))`;

/** One meeting of a term. */
@TenantTable({ name: 'lesson', prefix: 'lesson' })
@ObjectType({ implements: Node, description: 'One meeting of a term (课次): when, where, by whom. Neither its teacher nor its room has another at that time.' })
@Index({ properties: ['tenantId', 'term', 'startsAt'] })
@Index({ properties: ['tenantId', 'startsAt', 'id'] })
@Index({ properties: ['tenantId', 'project'] })
@Check({ name: 'lesson_teacher_free', expression: exclusive('teacher') })
@Check({ name: 'lesson_room_free', expression: exclusive('room') })
@Index({ properties: ['tenantId', 'orgPath'] })
export class Lesson extends ProjectRecord {
  @Field(() => EducationProject, { nullable: true, description: 'The project.' })
  @BelongsTo(() => Project, 'project_id')
  project!: Rel<Project>;

  @Field(() => Course, { nullable: true, description: 'The course.' })
  @BelongsTo(() => Course, 'course_id')
  course!: Rel<Course>;

  @Field(() => Term, { nullable: true, description: 'The term.' })
  @BelongsTo(() => Term, 'term_id')
  term!: Rel<Term>;

  @Field(() => Date, { description: 'When it begins.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime' })
  startsAt!: Date;

  @Field(() => Date, { description: 'When it ends.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime' })
  endsAt!: Date;

  @Field(() => Person, { nullable: true, description: 'Who teaches it, as far as you may see; null while nobody is named.' })
  @BelongsTo(() => Person, 'teacher_id', { nullable: true })
  teacher: Person | null = null;

  @Field(() => Room, { nullable: true, description: 'The room; null while none is named.' })
  @BelongsTo(() => Room, 'room_id', { nullable: true })
  room: Rel<Room> | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was to begin before it was first moved; null when it was not.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  movedFrom: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was cancelled; null when it was not.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  cancelledAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was moved or cancelled, as everybody who comes is told.' })
  @Property({ type: 'text', nullable: true })
  notice: string | null = null;

  /** Whether its term was opened to requests: public with its project from then on. */
  @Property({ type: 'boolean' })
  isAnnounced!: boolean;

  @Field(() => Boolean, { description: 'Whether it was cancelled.' })
  @SqlValue(({ column }) => `${column('cancelledAt')} is not null`)
  isCancelled!: boolean;

  @Field(() => Int, { nullable: true, description: 'Which one of its term it is, cancelled ones not counted; null when it was cancelled.' })
  @SqlValue(
    ({ alias, column }) =>
      `case when ${column('cancelledAt')} is null then (select count(*)::int from lesson earlier where earlier.tenant_id = ${alias}.tenant_id and earlier.term_id = ${column('term')} and earlier.cancelled_at is null and earlier.starts_at <= ${column('startsAt')}) end`,
  )
  number!: number | null;
}
