import type { Rel } from '@mikro-orm/core';
import { Index, Property } from '@mikro-orm/decorators/legacy';
import { BelongsTo, Node, SqlValue, TenantTable } from '@weixiang/kernel';
import { Field, ObjectType } from 'type-graphql';
import { UnitRecord } from '../organisation/unit-record.js';
import { Person } from '../people/person.entity.js';
import { RoleAssignment } from '../people/role-assignment.entity.js';
import { EmergencyState } from './emergency-access.enums.js';

/**
 * That somebody took another's role in an emergency, for hours and with a reason. Like a loan it gives nothing by itself:
 * while it is open its person acts by the holder's own role, and when that ends, so does this.
 */
@TenantTable({ name: 'emergency_access', prefix: 'emergency' })
@ObjectType({ implements: Node, description: 'Emergency access (紧急访问): somebody took another’s role for hours, with a reason. Everybody concerned is told, and somebody else reviews it.' })
@Index({ properties: ['tenantId', 'person'] })
@Index({ properties: ['tenantId', 'assignment'] })
@Index({ properties: ['tenantId', 'holder'] })
@Index({ properties: ['tenantId', 'orgUnit'] })
@Index({ properties: ['tenantId', 'state', 'createdAt', 'id'] })
@Index({ properties: ['tenantId', 'orgPath'] })
export class EmergencyAccess extends UnitRecord {
  @Field(() => RoleAssignment, { nullable: true, description: 'The role that was taken.' })
  @BelongsTo(() => RoleAssignment, 'assignment_id')
  assignment!: Rel<RoleAssignment>;

  @Field(() => Person, { nullable: true, description: 'Whose role it is.' })
  @BelongsTo(() => Person, 'holder_id')
  holder!: Rel<Person>;

  @Field(() => Person, { nullable: true, description: 'Who took it.' })
  @BelongsTo(() => Person, 'person_id')
  person!: Rel<Person>;

  @Field(() => String, { description: 'Why, in the words of who took it.' })
  @Property({ type: 'text' })
  reason!: string;

  @Field(() => Date, { description: 'When it ends by itself, UTC.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime' })
  until!: Date;

  @Field(() => EmergencyState, { description: 'How far it is.' })
  @Property({ type: 'text' })
  state: EmergencyState = EmergencyState.OPEN;

  @Field(() => Date, { nullable: true, description: 'When it ended, UTC: early, or as it ran out. Null while it is open.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  endedAt: Date | null = null;

  @Field(() => Person, { nullable: true, description: 'Who ended it early; null when it ran out.' })
  @BelongsTo(() => Person, 'ended_by_id', { nullable: true })
  endedBy: Rel<Person> | null = null;

  @Field(() => Person, { nullable: true, description: 'Who reviewed it.' })
  @BelongsTo(() => Person, 'reviewed_by_id', { nullable: true })
  reviewedBy: Rel<Person> | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was reviewed, UTC.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  reviewedAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'What the review found; null until there is one.' })
  @Property({ type: 'text', nullable: true })
  remark: string | null = null;

  @Field(() => Boolean, { description: 'Whether it lasts at this moment.' })
  @SqlValue(({ column, param }) => `(${column('state')} = 'OPEN' and ${column('until')} > ${param('now')})`)
  isOpen!: boolean;

  @Field(() => Boolean, { description: 'Whether you took it.' })
  @SqlValue(({ column, param }) => `coalesce(${column('person')} = ${param('actor.personId')}, false)`)
  isMine!: boolean;
}
