import type { Rel } from '@mikro-orm/core';
import { Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Person, UnitRecord } from '@weixiang/core';
import { BelongsTo, DateScalar, Node, Sensitive, SqlValue, TenantTable } from '@weixiang/kernel';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Enrolment } from '../enrolments/enrolment.entity.js';
import { Term } from '../terms/term.entity.js';

/** What a learner came to in a term, as it was when the certificate was issued: a correction is a new one. */
@TenantTable({ name: 'course_certificate', prefix: 'certificate' })
@ObjectType({ implements: Node, description: 'A certificate of a term (结业证书): numbered, printable, and verifiable by the public code on it.' })
@Unique({ properties: ['tenantId', 'enrolment'] })
@Unique({ properties: ['tenantId', 'number'] })
@Unique({ properties: ['tenantId', 'code'] })
@Index({ properties: ['tenantId', 'guardian'] })
@Index({ properties: ['tenantId', 'createdAt', 'id'] })
@Index({ properties: ['tenantId', 'orgPath'] })
export class Certificate extends UnitRecord {
  @Field(() => Enrolment, { nullable: true, description: 'The enrolment.' })
  @BelongsTo(() => Enrolment, 'enrolment_id')
  enrolment!: Rel<Enrolment>;

  @Field(() => Term, { nullable: true, description: 'The term.' })
  @BelongsTo(() => Term, 'term_id')
  term!: Rel<Term>;

  /** As of the enrolment: one plain condition decides who sees it. */
  @BelongsTo(() => Person, 'guardian_id')
  guardian!: Person;

  @BelongsTo(() => Person, 'teacher_id', { nullable: true })
  teacher: Person | null = null;

  @Property({ type: 'boolean' })
  isLocked: boolean = false;

  @Field(() => String, { description: 'Number, counted within the year: 2026-0012.' })
  @Property({ type: 'text' })
  number!: string;

  /** What the QR picture on it leads to; whoever holds the paper holds it, and nobody can guess it. */
  @Sensitive({ kind: 'sensitive', mask: 'hide' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'Name of the learner as printed; hidden like in the enrolment.' })
  @Sensitive({ kind: 'sensitive', mask: 'hide', concerns: 'guardian', isEncrypted: true })
  @Property({ type: 'text' })
  learnerName!: string;

  @Field(() => String, { description: 'The course as printed.' })
  @Property({ type: 'text' })
  courseName!: string;

  @Field(() => String, { description: 'The term as printed.' })
  @Property({ type: 'text' })
  termName!: string;

  @Field(() => Int, { description: 'Lessons that the learner came to.' })
  @Property({ type: 'integer' })
  lessons!: number;

  @Field(() => Float, { description: 'Hours of those lessons.' })
  @Property({ type: 'double' })
  hours!: number;

  @Field(() => String, { description: 'Who issues it, as printed.' })
  @Property({ type: 'text' })
  issuer!: string;

  @Field(() => DateScalar, { description: 'Day of issue.' })
  @Property({ type: 'date' })
  issuedOn!: string;

  @Field(() => Date, { nullable: true, description: 'When it was revoked; null while it holds.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  revokedAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was revoked.' })
  @Property({ type: 'text', nullable: true })
  reason: string | null = null;

  @Field(() => Boolean, { description: 'Whether it holds.' })
  @SqlValue(({ column }) => `${column('revokedAt')} is null`)
  isValid!: boolean;
}
