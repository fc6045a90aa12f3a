import type { Rel } from '@mikro-orm/core';
import { Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { BelongsTo, Node, TenantRecord, TenantTable } from '@weixiang/kernel';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Webhook } from './webhook.entity.js';

/** How far a delivery is. */
export enum DeliveryState {
  WAITING = 'WAITING',
  DELIVERED = 'DELIVERED',
  FAILED = 'FAILED',
}
registerEnumType(DeliveryState, {
  name: 'DeliveryState',
  description: 'How far a delivery is.',
  valuesConfig: {
    WAITING: { description: 'Is to be sent, or sent again.' },
    DELIVERED: { description: 'The receiver answered with a 2xx.' },
    FAILED: { description: 'Given up after eight tries; it can be sent again by hand.' },
  },
});

/** One event for one subscription. Written past the unit of work: what is sent about events is no event. */
@TenantTable({ name: 'webhook_delivery', prefix: 'delivery' })
@ObjectType({ implements: Node, description: 'One event that is told to one subscription.' })
@Unique({ properties: ['tenantId', 'webhook', 'eventId'] })
@Index({ properties: ['tenantId', 'webhook', 'happenedAt', 'id'] })
@Index({ properties: ['tenantId', 'happenedAt'] })
export class WebhookDelivery extends TenantRecord {
  @Field(() => Webhook, { nullable: true, description: 'The subscription.' })
  @BelongsTo(() => Webhook, 'webhook_id', { onDelete: 'cascade' })
  webhook!: Rel<Webhook>;

  @Property({ type: 'uuid' })
  eventId!: string;

  @Field(() => String, { description: 'Name of the event.' })
  @Property({ type: 'text' })
  event!: string;

  @Property({ type: 'text' })
  subject!: string;

  @Property({ type: 'uuid' })
  subjectId!: string;

  @Field(() => Date, { description: 'When it happened, UTC.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime' })
  happenedAt!: Date;

  @Field(() => DeliveryState, { description: 'How far it is.' })
  @Property({ type: 'text' })
  state: DeliveryState = DeliveryState.WAITING;

  @Field(() => Int, { description: 'How often it was tried.' })
  @Property({ type: 'integer' })
  attempts: number = 0;

  @Field(() => Int, { nullable: true, description: 'HTTP status of the last answer; null while there is none.' })
  @Property({ type: 'integer', nullable: true })
  status: number | null = null;

  @Field(() => String, { nullable: true, description: 'Why the last try failed: TIMEOUT, UNREACHABLE, ADDRESS_PRIVATE, ANSWERED_BADLY; null when it did not.' })
  @Property({ type: 'text', nullable: true })
  problem: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was last tried, UTC.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  triedAt: Date | null = null;
}
