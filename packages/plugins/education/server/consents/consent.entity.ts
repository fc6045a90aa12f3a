import type { Opt, Rel } from '@mikro-orm/core';
import { Index, Property } from '@mikro-orm/decorators/legacy';
import { Person, UnitRecord } from '@weixiang/core';
import { BelongsTo, Node, SqlValue, TenantTable } from '@weixiang/kernel';
import { Field, Int, ObjectType } from 'type-graphql';
import { Enrolment } from '../enrolments/enrolment.entity.js';

/** A guardian's yes, in the words that were agreed to; withdrawn, it stays on record, and a new yes is a new record. */
@TenantTable({ name: 'guardian_consent', prefix: 'consent' })
@ObjectType({ implements: Node, description: 'A guardian’s consent (监护人同意): who agreed, for what, to which words, when, and when it was withdrawn.' })
@Index({ properties: ['tenantId', 'enrolment'] })
@Index({ properties: ['tenantId', 'guardian'] })
export class Consent extends UnitRecord {
  @Field(() => Enrolment, { nullable: true, description: 'The enrolment that it is about.' })
  @BelongsTo(() => Enrolment, 'enrolment_id')
  enrolment!: Rel<Enrolment>;

  @Field(() => Person, { nullable: true, description: 'Who agreed.' })
  @BelongsTo(() => Person, 'guardian_id')
  guardian!: Person;

  @Field(() => String, { description: 'What the data is for.' })
  @Property({ type: 'text' })
  purpose!: string;

  @Field(() => String, { description: 'The words that were agreed to, as they stood on the page.' })
  @Property({ type: 'text' })
  words!: string;

  @Field(() => Int, { description: 'Version of the wording that the words are of; 1 is the one that the product begins with.' })
  @Property({ type: 'integer' })
  wordingNumber: Opt<number> = 1;

  @Field(() => Date, { description: 'When it was given.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime' })
  givenAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was withdrawn; null while it holds.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  withdrawnAt: Date | null = null;

  @Field(() => Boolean, { description: 'Whether it holds: given and not withdrawn.' })
  @SqlValue(({ column }) => `${column('withdrawnAt')} is null`)
  isGiven!: boolean;
}
