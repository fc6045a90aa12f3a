import type { Rel } from '@mikro-orm/core';
import { Index, Property } from '@mikro-orm/decorators/legacy';
import { Person, Project, UnitRecord } from '@weixiang/core';
import { BelongsTo, Node, Sensitive, SqlValue, TenantTable } from '@weixiang/kernel';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Consent } from '../consents/consent.entity.js';
import { EducationProject } from '../projects/education-project.js';
import { Term } from '../terms/term.entity.js';
import { attendedSql, isOutdated, waitingPosition } from './enrolment.sql.js';

/** Where an enrolment stands; its workflow is `education.enrolment`. */
export enum EnrolmentState {
  REQUESTED = 'REQUESTED',
  OFFERED = 'OFFERED',
  CONFIRMED = 'CONFIRMED',
  WITHDRAWN = 'WITHDRAWN',
  DECLINED = 'DECLINED',
  LAPSED = 'LAPSED',
  COMPLETED = 'COMPLETED',
}
registerEnumType(EnrolmentState, {
  name: 'EnrolmentState',
  description: 'Where an enrolment stands.',
  valuesConfig: {
    REQUESTED: { description: 'Waits to be confirmed (待确认).' },
    OFFERED: { description: 'A place came free, and waits for the guardian’s word until `offerUntil` (待确认补位).' },
    CONFIRMED: { description: 'Has a seat (已确认).' },
    WITHDRAWN: { description: 'Taken back by the guardian or learner (已退出).' },
    DECLINED: { description: 'Not taken, with a reason (未录取).' },
    LAPSED: { description: 'The place was offered and not accepted in time (逾期未确认).' },
    COMPLETED: { description: 'The learner finished the term (已结业).' },
  },
});

/** Somebody who is to learn, and who answers for them: the person who enrolled, a child's guardian or the learner. */
@TenantTable({ name: 'enrolment', prefix: 'enrolment' })
@ObjectType({ implements: Node, description: 'An enrolment in a term (报名). Who learns shows to the guardian, and to who runs the course for a stated purpose.' })
@Index({ properties: ['tenantId', 'term', 'state'] })
@Index({ properties: ['tenantId', 'project'] })
@Index({ properties: ['tenantId', 'guardian'] })
@Index({ properties: ['tenantId', 'teacher'] })
@Index({ properties: ['tenantId', 'standIn'] })
@Index({ properties: ['tenantId', 'createdAt', 'id'] })
@Index({ properties: ['tenantId', 'orgPath'] })
export class Enrolment extends UnitRecord {
  @Field(() => EducationProject, { nullable: true, description: 'The project.' })
  @BelongsTo(() => Project, 'project_id')
  project!: Rel<Project>;

  @Field(() => Term, { nullable: true, description: 'The term.' })
  @BelongsTo(() => Term, 'term_id')
  term!: Rel<Term>;

  @Field(() => Person, { nullable: true, description: 'Who enrolled: the guardian of a minor, or the learner.' })
  @BelongsTo(() => Person, 'guardian_id')
  guardian!: Person;

  /** Who teaches the term; stands here so that one plain condition decides who sees the learners. */
  @BelongsTo(() => Person, 'teacher_id', { nullable: true })
  teacher: Person | null = null;

  /** Who holds the lesson that is on in the teacher's place. */
  @BelongsTo(() => Person, 'stand_in_id', { nullable: true })
  standIn: Person | null = null;

  @Field(() => String, { nullable: true, description: 'Name of the learner; hidden without the right, a stated purpose (header x-purpose) and, for a minor, the guardian’s consent.' })
  @Sensitive({ kind: 'sensitive', mask: 'hide', concerns: 'guardian', isEncrypted: true })
  @Property({ type: 'text' })
  learnerName!: string;

  @Field(() => Int, { nullable: true, description: 'Year in which the learner was born; hidden like the name.' })
  @Sensitive({ kind: 'sensitive', mask: 'hide', concerns: 'guardian', isEncrypted: true })
  @Property({ type: 'integer', columnType: 'text' })
  learnerBirthYear!: number;

  /** For figures alone; the year itself is encrypted. Null for who is of age. */
  @Property({ type: 'text', nullable: true })
  ageGroup: string | null = null;

  @Field(() => Boolean, { description: 'Whether the learner is a minor on the first day of the term; in doubt, yes.' })
  @Property({ type: 'boolean' })
  isMinor!: boolean;

  @Field(() => String, { nullable: true, description: 'Name of who answers for the learner; ** for who may not see it.' })
  @Sensitive({ kind: 'personal', mask: 'name', concerns: 'guardian', isEncrypted: true })
  @Property({ type: 'text', nullable: true })
  guardianName: string | null = null;

  @Field(() => String, { nullable: true, description: 'Telephone of who answers for the learner; **** for who may not see it.' })
  @Sensitive({ kind: 'personal', mask: 'phone', concerns: 'guardian', isEncrypted: true })
  @Property({ type: 'text', nullable: true })
  guardianPhone: string | null = null;

  @Field(() => EnrolmentState, { description: 'Where it stands.' })
  @Property({ type: 'text' })
  state!: EnrolmentState;

  /** An enrolment ends on the version of `education.enrolment` that it began with. */
  @Property({ type: 'integer' })
  workflowVersion!: number;

  @Field(() => Date, { nullable: true, description: 'Until when the offered place is kept; null when none is offered.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  offerUntil: Date | null = null;

  @Field(() => Int, { nullable: true, description: 'Place in the waiting list, 1 being next; null while seats are left or it does not wait.' })
  @SqlValue(({ alias, column }) => waitingPosition(alias, column))
  waitingPosition!: number | null;

  @Field(() => Int, { description: 'Lessons that the learner came to.' })
  @SqlValue(({ alias }) => attendedSql(alias, 'lessons'))
  lessonsAttended!: number;

  @Field(() => Float, { description: 'Hours of the lessons that the learner came to.' })
  @SqlValue(({ alias }) => attendedSql(alias, 'hours'))
  hoursAttended!: number;

  @Field(() => Boolean, { description: 'Whether the guardian agreed to words that have been renewed since, and is asked again.' })
  @SqlValue(({ alias, column }) => isOutdated(alias, column))
  needsConsentAgain!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was declined or withdrawn, if that was said.' })
  @Property({ type: 'text', nullable: true })
  reason: string | null = null;

  @Field(() => Consent, { nullable: true, description: 'The guardian’s latest consent; null before the first.' })
  @BelongsTo(() => Consent, 'consent_id', { nullable: true })
  consent: Rel<Consent> | null = null;

  /** A minor's data without a consent that holds: nobody but the guardian sees it, whatever their rights and purpose. */
  @Field(() => Boolean, { description: 'Whether the learner’s data is locked, for want of a consent that holds: only the guardian sees it.' })
  @Property({ type: 'boolean' })
  isLocked!: boolean;

  @Field(() => Boolean, { description: 'Whether it is the enrolment of who asks, or of their child.' })
  @SqlValue(({ column, param }) => `coalesce(${column('guardian')} = ${param('actor.personId')}, false)`)
  isMine!: boolean;
}
