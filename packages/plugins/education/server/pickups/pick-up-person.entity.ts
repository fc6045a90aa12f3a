import type { Rel } from '@mikro-orm/core';
import { Index, Property } from '@mikro-orm/decorators/legacy';
import { Person, UnitRecord } from '@weixiang/core';
import { BelongsTo, Node, Sensitive, TenantTable } from '@weixiang/kernel';
import { Field, ObjectType } from 'type-graphql';
import { Enrolment } from '../enrolments/enrolment.entity.js';

/** An adult to whom a child may be handed over, as the guardian named them beforehand. */
@TenantTable({ name: 'pick_up_person', prefix: 'pickup' })
@ObjectType({ implements: Node, description: 'An adult to whom a child may be handed over (接送人), named by the guardian; hidden like the learner.' })
@Index({ properties: ['tenantId', 'enrolment'] })
@Index({ properties: ['tenantId', 'createdAt', 'id'] })
export class PickUpPerson extends UnitRecord {
  @Field(() => Enrolment, { nullable: true, description: 'Whose child.' })
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

  @Property({ type: 'boolean' })
  isLocked: boolean = false;

  @Field(() => String, { nullable: true, description: 'Name; hidden without the right and a stated purpose.' })
  @Sensitive({ kind: 'sensitive', mask: 'hide', concerns: 'guardian', isEncrypted: true })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Telephone; hidden without the right and a stated purpose.' })
  @Sensitive({ kind: 'sensitive', mask: 'hide', concerns: 'guardian', isEncrypted: true })
  @Property({ type: 'text', nullable: true })
  phone: string | null = null;

  @Field(() => String, { nullable: true, description: 'What they are to the child: 外婆, 邻居.' })
  @Property({ type: 'text', nullable: true })
  relation: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When the guardian took the name back; null while it holds.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  removedAt: Date | null = null;
}
