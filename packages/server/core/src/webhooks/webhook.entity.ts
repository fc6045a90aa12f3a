import type { Rel } from '@mikro-orm/core';
import { Index, Property } from '@mikro-orm/decorators/legacy';
import { BelongsTo, Many, Node, Sensitive, TenantRecord, TenantTable } from '@weixiang/kernel';
import { Field, Int, ObjectType } from 'type-graphql';
import { Person } from '../people/person.entity.js';
import { webhookDeliveryList } from './webhook-delivery.list.js';

/** Where another product is told of events: which happened to which record, and nothing of the record. */
@TenantTable({ name: 'webhook', prefix: 'webhook' })
@ObjectType({ implements: Node, description: 'A subscription of another product: it is sent the names of events and the ids of their records, as far as its owner may see them.' })
@Index({ properties: ['tenantId', 'owner'] })
@Index({ properties: ['tenantId', 'createdAt', 'id'] })
export class Webhook extends TenantRecord {
  @Field(() => String, { description: 'What it is called.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'Where deliveries go; https.' })
  @Property({ type: 'text' })
  url!: string;

  @Field(() => [String], { description: 'Names of the events that are told.' })
  @Property({ type: 'array', columnType: 'text[]' })
  events!: string[];

  @Field(() => Person, { nullable: true, description: 'With whose rights it is told: what this person may not see is not sent.' })
  @BelongsTo(() => Person, 'owner_id')
  owner!: Rel<Person>;

  /** Signs what is sent; shown once. */
  @Sensitive({ kind: 'sensitive', mask: 'hide', isEncrypted: true })
  @Property({ type: 'text' })
  secret!: string;

  @Field(() => Boolean, { description: 'Whether it is told; false when somebody switched it off, or it failed too often.' })
  @Property({ type: 'boolean' })
  isActive: boolean = true;

  @Field(() => Int, { description: 'Deliveries given up in a row; after five it is stopped.' })
  @Property({ type: 'integer' })
  failures: number = 0;

  @Field(() => Date, { nullable: true, description: 'When it was stopped because it failed too often, UTC; null while it was not.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  stoppedAt: Date | null = null;

  @Many(() => webhookDeliveryList, { via: 'webhook', description: 'What was sent in the last 30 days.' })
  deliveries!: never;
}
