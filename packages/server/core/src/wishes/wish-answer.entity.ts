import type { Rel } from '@mikro-orm/core';
import { Index, Property } from '@mikro-orm/decorators/legacy';
import { BelongsTo, Node, ShownAs, TenantTable } from '@weixiang/kernel';
import { Field, ObjectType } from 'type-graphql';
import { UnitRecord } from '../organisation/unit-record.js';
import { Person } from '../people/person.entity.js';
import { Wish } from './wish.entity.js';
import { WishState } from './wish.enums.js';

/** What was said to the wisher. Belongs where its wish does, and shows to whom its wish shows. */
@TenantTable({ name: 'wish_answer', prefix: 'answer' })
@ObjectType({ implements: Node, description: 'An answer to a wisher; every change of a wish’s state gives one.' })
@Index({ properties: ['tenantId', 'wish', 'at', 'id'] })
export class WishAnswer extends UnitRecord {
  @Field(() => Wish, { nullable: true, description: 'The wish that it answers.' })
  @BelongsTo(() => Wish, 'wish_id', { onDelete: 'cascade' })
  wish!: Rel<Wish>;

  @Field(() => WishState, { description: 'State of the wish from then on.' })
  @Property({ type: 'text' })
  state!: WishState;

  @Field(() => String, { description: 'The words. Identity numbers, accounts and the name and telephone of the wisher are taken out for all but the wisher and who may see wishers’ telephones; a telephone to call stands.' })
  @ShownAs({ property: 'wallWords', unless: 'reveal', concerns: 'wisher' })
  @Property({ type: 'text' })
  words!: string;

  /** The words as everybody may read them. */
  @Property({ type: 'text' })
  wallWords!: string;

  @Field(() => String, { nullable: true, description: 'Who answered, as the wall says it: role and name; null for the answer of a ledger.' })
  @Property({ type: 'text', nullable: true })
  answeredByLabel: string | null = null;

  @BelongsTo(() => Person, 'answered_by_id', { nullable: true })
  answeredBy: Rel<Person> | null = null;

  @Field(() => Date, { description: 'When it was given; for the answer of a ledger, which has no date, when the ledger was read.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime' })
  at!: Date;

  @Field(() => Boolean, { description: 'Whether it came from a ledger.' })
  @Property({ type: 'boolean' })
  isFromLedger: boolean = false;

  /** As its wish: permissions look at one row. */
  @Property({ type: 'boolean' })
  isPublic!: boolean;

  /** As its wish. */
  @BelongsTo(() => Person, 'wisher_id', { nullable: true })
  wisher: Rel<Person> | null = null;
}
