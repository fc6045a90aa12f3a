import { BeforeCreate, BeforeUpdate, Property } from '@mikro-orm/decorators/legacy';
import { BelongsTo, TenantRecord } from '@weixiang/kernel';
import { Field, ObjectType } from 'type-graphql';
import { OrgUnit } from './org-unit.entity.js';

/**
 * A record that belongs to a unit. `orgPath` is the unit's path now and is rewritten when the unit moves; permissions
 * go by it. `recordedPath` is the path when the fact was recorded; reports go by that.
 */
@ObjectType({ description: 'A record that belongs to a unit.' })
export abstract class UnitRecord extends TenantRecord {
  @Field(() => OrgUnit, { nullable: true, description: 'The unit it belongs to.' })
  @BelongsTo(() => OrgUnit, 'org_unit_id')
  orgUnit!: OrgUnit;

  @Property({ type: 'string', columnType: 'ltree' })
  orgPath!: string;

  @Property({ type: 'string', columnType: 'ltree' })
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
