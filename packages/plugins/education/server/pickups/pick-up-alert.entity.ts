import type { Rel } from '@mikro-orm/core';
import { Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Person, UnitRecord } from '@weixiang/core';
import { BelongsTo, Node, SqlValue, TenantTable } from '@weixiang/kernel';
import { Field, ObjectType } from 'type-graphql';
import { Enrolment } from '../enrolments/enrolment.entity.js';
import { Lesson } from '../lessons/lesson.entity.js';

/** A child was there and nobody was seen to fetch it, some time after the lesson. */
@TenantTable({ name: 'pick_up_alert', prefix: 'pickupalert' })
@ObjectType({ implements: Node, description: 'A child that was there and was not handed over in time (未接走提醒): to who runs the course, then, once, to the supervisor.' })
@Unique({ properties: ['tenantId', 'lesson', 'enrolment'] })
@Index({ properties: ['tenantId', 'createdAt', 'id'] })
@Index({ properties: ['tenantId', 'orgPath'] })
export class PickUpAlert extends UnitRecord {
  @Field(() => Lesson, { nullable: true, description: 'After which lesson.' })
  @BelongsTo(() => Lesson, 'lesson_id')
  lesson!: Rel<Lesson>;

  @Field(() => Enrolment, { nullable: true, description: 'Whose child, as far as you may see.' })
  @BelongsTo(() => Enrolment, 'enrolment_id')
  enrolment!: Rel<Enrolment>;

  /** As of the enrolment and the lesson: one plain condition decides who sees it. */
  @BelongsTo(() => Person, 'guardian_id')
  guardian!: Person;

  @BelongsTo(() => Person, 'teacher_id', { nullable: true })
  teacher: Person | null = null;

  @Field(() => Date, { nullable: true, description: 'When it went up to the supervisor; null while it did not.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  escalatedAt: Date | null = null;

  /** Whether it went up: the supervisor sees it from then on. */
  @Property({ type: 'boolean' })
  isEscalated: boolean = false;

  @Field(() => Date, { nullable: true, description: 'When it was settled; null while it is open.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  resolvedAt: Date | null = null;

  @Field(() => Person, { nullable: true, description: 'Who settled it, as far as you may see.' })
  @BelongsTo(() => Person, 'resolved_by_id', { nullable: true })
  resolvedBy: Person | null = null;

  @Field(() => String, { nullable: true, description: 'What was found, in the words of who settled it; null when the child was handed over after all.' })
  @Property({ type: 'text', nullable: true })
  resolution: string | null = null;

  @Field(() => Boolean, { description: 'Whether it is still open.' })
  @SqlValue(({ column }) => `${column('resolvedAt')} is null`)
  isOpen!: boolean;
}
