import type { Rel } from '@mikro-orm/core';
import { Index, Property } from '@mikro-orm/decorators/legacy';
import { BelongsTo, DateScalar, Node, TenantTable } from '@weixiang/kernel';
import type { Text } from '@weixiang/shared';
import { Field, Int, ObjectType } from 'type-graphql';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { UnitRecord } from '../organisation/unit-record.js';
import { Person } from '../people/person.entity.js';
import { ReorganisationKind, ReorganisationState } from './reorganisation.enums.js';

/** How a unit is split: the new unit, and the units that go below it. Ids are UUIDs. */
export interface SplitPlan {
  name: string;
  code: string;
  children: string[];
}

/** A move, merger, split or closing of a unit, with its date: planned, carried out, kept as the unit's history. */
@TenantTable({ name: 'reorganisation', prefix: 'reorganisation' })
@ObjectType({ implements: Node, description: 'A move, merger, split or closing of a unit, with its date. `orgUnit` is the unit that it is done to.' })
@Index({ properties: ['tenantId', 'orgUnit', 'id'] })
@Index({ properties: ['tenantId', 'target', 'id'] })
@Index({ properties: ['tenantId', 'state', 'effectiveOn'] })
@Index({ properties: ['tenantId', 'orgPath'] })
export class Reorganisation extends UnitRecord {
  @Field(() => ReorganisationKind, { description: 'What is done.' })
  @Property({ type: 'text' })
  kind!: ReorganisationKind;

  @Field(() => ReorganisationState, { description: 'How far it is.' })
  @Property({ type: 'text' })
  state: ReorganisationState = ReorganisationState.PLANNED;

  @Field(() => DateScalar, { description: 'First day on which it holds; it is carried out as this day begins.' })
  @Property({ type: 'date' })
  effectiveOn!: string;

  @Field(() => OrgUnit, { nullable: true, description: 'The unit above after a move, the unit that stays after a merger, the new unit after a split.' })
  @BelongsTo(() => OrgUnit, 'target_id', { nullable: true })
  target: Rel<OrgUnit> | null = null;

  @Field(() => OrgUnit, { nullable: true, description: 'The unit above before it.' })
  @BelongsTo(() => OrgUnit, 'formerly_below_id', { nullable: true })
  formerlyBelow: Rel<OrgUnit> | null = null;

  @Field(() => String, { nullable: true, description: 'The decision that it rests on, for example the number of a document.' })
  @Property({ type: 'text', nullable: true })
  basis: string | null = null;

  @Field(() => Person, { nullable: true, description: 'Who planned it.' })
  @BelongsTo(() => Person, 'planned_by_id', { nullable: true })
  plannedBy: Rel<Person> | null = null;

  @Property({ type: 'json', columnType: 'json', nullable: true })
  plan: SplitPlan | null = null;

  /** Path of the unit as the tree changed: the records under it are those that follow. */
  @Property({ type: 'text', collation: 'C', nullable: true })
  formerPath: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When the tree changed, UTC.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  carriedOutAt: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'When the last record had followed, UTC.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  finishedAt: Date | null = null;

  @Field(() => Int, { description: 'Units that changed their place.' })
  @Property({ type: 'integer', default: 0 })
  unitsMoved: number = 0;

  @Field(() => Int, { description: 'Records that have followed so far.' })
  @Property({ type: 'integer', default: 0 })
  recordsMoved: number = 0;

  /** Why it could not be done on its day. */
  @Property({ type: 'json', columnType: 'json', nullable: true })
  failureText: Text | null = null;
}
