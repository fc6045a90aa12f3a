import type { Rel } from '@mikro-orm/core';
import { Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Person, UnitRecord } from '@weixiang/core';
import { BelongsTo, Node, Sensitive, SqlValue, TenantTable } from '@weixiang/kernel';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Enrolment } from '../enrolments/enrolment.entity.js';
import { Lesson } from '../lessons/lesson.entity.js';

/** Whether somebody came to a lesson. */
export enum AttendanceMark {
  PRESENT = 'PRESENT',
  LATE = 'LATE',
  ABSENT = 'ABSENT',
  EXCUSED = 'EXCUSED',
}
registerEnumType(AttendanceMark, {
  name: 'AttendanceMark',
  description: 'Whether somebody came to a lesson.',
  valuesConfig: {
    PRESENT: { description: 'Came (到).' },
    LATE: { description: 'Came late (迟到).' },
    ABSENT: { description: 'Did not come (缺席).' },
    EXCUSED: { description: 'Did not come, and said so (请假).' },
  },
});

/** How it became known that somebody came, or with whom a child left. */
export enum AttendanceWay {
  LIST = 'LIST',
  ROOM_CODE = 'ROOM_CODE',
  FAMILY_CODE = 'FAMILY_CODE',
}
registerEnumType(AttendanceWay, {
  name: 'AttendanceWay',
  description: 'How it became known.',
  valuesConfig: {
    LIST: { description: 'Who holds the lesson marked it in the list.' },
    ROOM_CODE: { description: 'The guardian or learner scanned the code in the room.' },
    FAMILY_CODE: { description: 'Who holds the lesson scanned the code on the guardian’s phone.' },
  },
});

/** One learner in one lesson: came or not, and with whom a child left. */
@TenantTable({ name: 'attendance', prefix: 'attendance' })
@ObjectType({ implements: Node, description: 'One learner in one lesson (点名与接送): whether the learner came, and to whom a child was handed over.' })
@Unique({ properties: ['tenantId', 'lesson', 'enrolment'] })
@Index({ properties: ['tenantId', 'enrolment'] })
@Index({ properties: ['tenantId', 'guardian'] })
@Index({ properties: ['tenantId', 'createdAt', 'id'] })
@Index({ properties: ['tenantId', 'orgPath'] })
export class Attendance extends UnitRecord {
  @Field(() => Lesson, { nullable: true, description: 'The lesson.' })
  @BelongsTo(() => Lesson, 'lesson_id')
  lesson!: Rel<Lesson>;

  @Field(() => Enrolment, { nullable: true, description: 'The enrolment.' })
  @BelongsTo(() => Enrolment, 'enrolment_id')
  enrolment!: Rel<Enrolment>;

  /** As of the enrolment: one plain condition decides who sees it. */
  @BelongsTo(() => Person, 'guardian_id')
  guardian!: Person;

  @BelongsTo(() => Person, 'teacher_id', { nullable: true })
  teacher: Person | null = null;

  /** Who holds the lesson that is on in the teacher's place. */
  @BelongsTo(() => Person, 'stand_in_id', { nullable: true })
  standIn: Person | null = null;

  @Field(() => AttendanceMark, { nullable: true, description: 'Whether the learner came; null when the mark was taken back.' })
  @Property({ type: 'text', nullable: true })
  mark: AttendanceMark | null = null;

  @Field(() => Date, { description: 'When it was marked, by the clock of who marked it.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime' })
  markedAt!: Date;

  @Field(() => AttendanceWay, { description: 'How it became known.' })
  @Property({ type: 'text' })
  way!: AttendanceWay;

  /** When the last code was made that counted here: neither it nor an older one counts again. */
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  codeIssuedAt: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'When the child was handed over; null while it was not.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  handedOverAt: Date | null = null;

  @Field(() => Person, { nullable: true, description: 'Who handed the child over, as far as you may see.' })
  @BelongsTo(() => Person, 'handed_over_by_id', { nullable: true })
  handedOverBy: Person | null = null;

  @Field(() => String, { nullable: true, description: 'To whom, as the guardian named them; hidden like the learner.' })
  @Sensitive({ kind: 'sensitive', mask: 'hide', concerns: 'guardian', isEncrypted: true })
  @Property({ type: 'text', nullable: true })
  handedOverTo: string | null = null;

  @Field(() => AttendanceWay, { nullable: true, description: 'How that was checked: a named adult of the list, or the guardian’s code.' })
  @Property({ type: 'text', nullable: true })
  handedOverWay: AttendanceWay | null = null;

  /** For want of a consent that holds, as the enrolment. */
  @Property({ type: 'boolean' })
  isLocked: boolean = false;

  @Field(() => Boolean, { description: 'Whether the learner came, in time or late.' })
  @SqlValue(({ column }) => `coalesce(${column('mark')} in ('PRESENT', 'LATE'), false)`)
  isPresent!: boolean;
}
