import { Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { UnitRecord } from '@weixiang/core';
import { Node, TenantTable } from '@weixiang/kernel';
import { Field, Int, ObjectType } from 'type-graphql';

/** A room of a unit in which lessons are held; two of them never overlap in it. */
@TenantTable({ name: 'course_room', prefix: 'courseroom' })
@ObjectType({ implements: Node, description: 'A room in which lessons are held (教室); two lessons never overlap in it.' })
@Unique({ properties: ['tenantId', 'orgUnit', 'name'] })
@Index({ properties: ['tenantId', 'name', 'id'] })
export class Room extends UnitRecord {
  @Field(() => String, { description: 'Name, for example 三楼活动室.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'How many it holds; null while nobody has said.' })
  @Property({ type: 'integer', nullable: true })
  seats: number | null = null;
}
