import type { Rel } from '@mikro-orm/core';
import { Index, Unique } from '@mikro-orm/decorators/legacy';
import { BelongsTo, TenantRecord, TenantTable } from '@weixiang/kernel';
import { ObjectType } from 'type-graphql';
import { Person } from '../people/person.entity.js';
import { Wish } from './wish.entity.js';

/** One person stands behind one wish, once. */
@TenantTable({ name: 'wish_support', prefix: 'support' })
@ObjectType({ description: 'A person’s support of a wish.' })
@Unique({ properties: ['tenantId', 'wish', 'person'] })
@Index({ properties: ['tenantId', 'person'] })
export class WishSupport extends TenantRecord {
  @BelongsTo(() => Wish, 'wish_id', { onDelete: 'cascade' })
  wish!: Rel<Wish>;

  @BelongsTo(() => Person, 'person_id')
  person!: Rel<Person>;
}
