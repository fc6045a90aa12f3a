import type { Rel } from '@mikro-orm/core';
import { Property, Unique } from '@mikro-orm/decorators/legacy';
import { BelongsTo, TenantRecord, TenantTable } from '@weixiang/kernel';
import { ObjectType } from 'type-graphql';
import { Person } from '../people/person.entity.js';

/** A kind that a person does not want to be told; every other kind they do. */
@TenantTable({ name: 'notification_mute', prefix: 'mute' })
@ObjectType({ description: 'A kind of notification that somebody does not want.' })
@Unique({ properties: ['tenantId', 'person', 'kind'] })
export class NotificationMute extends TenantRecord {
  @BelongsTo(() => Person, 'person_id', { onDelete: 'cascade' })
  person!: Rel<Person>;

  @Property({ type: 'text' })
  kind!: string;
}
