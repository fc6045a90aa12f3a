import type { Rel } from '@mikro-orm/core';
import { BeforeCreate, BeforeUpdate, Property } from '@mikro-orm/decorators/legacy';
import { BelongsTo, registry, TenantRecord, type RecordClass } from '@weixiang/kernel';
import { Field, ObjectType } from 'type-graphql';
import type { OrgUnit } from './org-unit.entity.js';

/** This module must not load `OrgUnit`, which lists the records that belong to it: the registry knows the class. */
function orgUnitClass(): RecordClass {
  const table = registry.tableBySubject('OrgUnit');
  if (!table) throw new Error('There are no units.');
  return table.entity;
}

/**
 * A record that belongs to a unit. `orgPath` is the unit's path now and is rewritten when the unit moves; permissions
 * go by it. `recordedPath` is the path when the fact was recorded; reports go by that.
 */
@ObjectType({ description: 'A record that belongs to a unit.' })
export abstract class UnitRecord extends TenantRecord {
  @Field(orgUnitClass, { nullable: true, description: 'The unit it belongs to.' })
  @BelongsTo(orgUnitClass, 'org_unit_id')
  orgUnit!: Rel<OrgUnit>;

  @Property({ type: 'text', collation: 'C' })
  orgPath!: string;

  @Property({ type: 'text', collation: 'C' })
  recordedPath!: string;

  @BeforeCreate()
  takePath(): void {
    this.orgPath = this.orgUnit.orgPath ?? this.orgPath; // a unit that was not loaded knows no path; who creates the record then gives it
    this.recordedPath ??= this.orgPath;
  }

  @BeforeUpdate()
  followPath(): void {
    if (this.orgUnit.orgPath) this.orgPath = this.orgUnit.orgPath;
  }
}
