import type { Rel } from '@mikro-orm/core';
import { Index, Property } from '@mikro-orm/decorators/legacy';
import { BelongsTo, Node, SqlValue, TenantRecord, TenantTable } from '@weixiang/kernel';
import { Field, Int, ObjectType } from 'type-graphql';
import { Person } from '../people/person.entity.js';

/**
 * That one person was told something. It holds the kind and the record's id, and no words: the reader reads the record with
 * the rights of that moment. It is written past the unit of work, so that it leaves no event of its own.
 */
@TenantTable({ name: 'notification', prefix: 'notification' })
@ObjectType({ implements: Node, description: 'Something that you were told: what kind of thing, and about which record.' })
@Index({ properties: ['tenantId', 'person', 'arrivedAt', 'id'] })
@Index({ properties: ['tenantId', 'arrivedAt'] })
@Index({ name: 'notification_unread', expression: 'create index notification_unread on notification (tenant_id, person_id, group_key) where read_at is null and archived_at is null' })
export class Notification extends TenantRecord {
  @BelongsTo(() => Person, 'person_id', { onDelete: 'cascade' })
  person!: Rel<Person>;

  @Field(() => String, { description: 'Its kind, for example wish.answered.' })
  @Property({ type: 'text' })
  kind!: string;

  /** What is told while another with the same key is unread joins it. */
  @Property({ type: 'text' })
  groupKey!: string;

  @Field(() => Int, { description: 'How many of its kind came together; 1 when it stands by itself.' })
  @Property({ type: 'integer' })
  count: number = 1;

  @Property({ type: 'text' })
  subject!: string;

  @Property({ type: 'uuid' })
  subjectId!: string;

  @Field(() => Date, { description: 'When the last of it happened, UTC.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime' })
  arrivedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When you read it, UTC; null while you have not.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  readAt: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'When you put it away, UTC; null while you have not.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  archivedAt: Date | null = null;

  @Field(() => Boolean, { description: 'Whether you have not read it.' })
  @SqlValue(({ column }) => `${column('readAt')} is null`)
  isUnread!: boolean;
}
