import type { Rel } from '@mikro-orm/core';
import { Index, Property } from '@mikro-orm/decorators/legacy';
import { BelongsTo, DateScalar, Many, Node, TenantTable } from '@weixiang/kernel';
import { Field, ObjectType } from 'type-graphql';
import { UnitRecord } from '../organisation/unit-record.js';
import { Partner } from '../partners/partner.entity.js';
import { emergencyAccessList } from '../emergencies/emergency-access.list.js';
import { delegationList } from './delegation.list.js';
import { Person } from './person.entity.js';

/** A role held at one unit, from a date, possibly to a date; it reaches the whole subtree. */
@TenantTable({ name: 'role_assignment', prefix: 'assignment' })
@ObjectType({ implements: Node, description: 'A role that a person holds at a unit; it reaches everything below.' })
@Index({ properties: ['tenantId', 'person'] })
@Index({ properties: ['tenantId', 'orgUnit'] })
@Index({ properties: ['tenantId', 'partner'] })
@Index({ properties: ['tenantId', 'orgPath'] })
export class RoleAssignment extends UnitRecord {
  @Field(() => Person, { nullable: true, description: 'Who holds the role.' })
  @BelongsTo(() => Person, 'person_id')
  person!: Rel<Person>;

  @Field(() => String, { description: 'Key of the role, for example communitySecretary.' })
  @Property({ type: 'text' })
  role!: string;

  @Field(() => DateScalar, { description: 'First day.' })
  @Property({ type: 'date' })
  since!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null while it goes on.' })
  @Property({ type: 'date', nullable: true })
  until: string | null = null;

  @Field(() => Partner, { nullable: true, description: 'The partner for which it speaks; null for a role that speaks for none.' })
  @BelongsTo(() => Partner, 'partner_id', { nullable: true })
  partner: Rel<Partner> | null = null;

  @Many(() => delegationList, { via: 'assignment', description: 'To whom it was, is or will be lent.' })
  delegations!: never;

  @Many(() => emergencyAccessList, { via: 'assignment', description: 'When it was taken in an emergency, as far as you may see that.' })
  emergencies!: never;
}
