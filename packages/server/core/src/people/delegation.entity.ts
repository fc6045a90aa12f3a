import type { Rel } from '@mikro-orm/core';
import { Index, Property } from '@mikro-orm/decorators/legacy';
import { BelongsTo, DateScalar, Node, TenantTable } from '@weixiang/kernel';
import { Field, ObjectType } from 'type-graphql';
import { UnitRecord } from '../organisation/unit-record.js';
import { Person } from './person.entity.js';
import { RoleAssignment } from './role-assignment.entity.js';

/**
 * A role lent for a time. It gives nothing by itself: while it lasts its person acts by the holder's own role, and when
 * that ends, so does this.
 */
@TenantTable({ name: 'delegation', prefix: 'delegation' })
@ObjectType({ implements: Node, description: 'A role that its holder lends to another person for a time. It ends by itself, and with the role.' })
@Index({ properties: ['tenantId', 'person'] })
@Index({ properties: ['tenantId', 'assignment'] })
@Index({ properties: ['tenantId', 'lender'] })
@Index({ properties: ['tenantId', 'orgUnit'] })
@Index({ properties: ['tenantId', 'orgPath'] })
export class Delegation extends UnitRecord {
  @Field(() => RoleAssignment, { nullable: true, description: 'The role that is lent.' })
  @BelongsTo(() => RoleAssignment, 'assignment_id')
  assignment!: Rel<RoleAssignment>;

  @Field(() => Person, { nullable: true, description: 'Who lends it: its holder.' })
  @BelongsTo(() => Person, 'lender_id')
  lender!: Rel<Person>;

  @Field(() => Person, { nullable: true, description: 'Who acts by it meanwhile.' })
  @BelongsTo(() => Person, 'person_id')
  person!: Rel<Person>;

  @Field(() => DateScalar, { description: 'First day.' })
  @Property({ type: 'date' })
  since!: string;

  @Field(() => DateScalar, { description: 'Last day.' })
  @Property({ type: 'date' })
  until!: string;

  @Field(() => String, { nullable: true, description: 'What for: leave, training.' })
  @Property({ type: 'text', nullable: true })
  reason: string | null = null;
}
