import type { Rel } from '@mikro-orm/core';
import { BeforeCreate, BeforeUpdate, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { BelongsTo, DateScalar, Many, Node, Sensitive, ShownAs, SqlValue, TenantTable } from '@weixiang/kernel';
import { withoutContacts } from '@weixiang/shared';
import { Field, Int, ObjectType } from 'type-graphql';
import { Demand } from '../demands/demand.entity.js';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { UnitRecord } from '../organisation/unit-record.js';
import { Person } from '../people/person.entity.js';
import { photoList } from '../photos/photo.list.js';
import { Project } from '../projects/project.entity.js';
import { VocabularyTerm } from '../vocabulary/vocabulary-term.entity.js';
import { wishAnswerList } from './wish-answer.list.js';
import { WishAnswer } from './wish-answer.entity.js';
import { Priority, WishChannel, WishScope, WishState } from './wish.enums.js';

/** One resident's words, and what became of them. */
@TenantTable({ name: 'wish', prefix: 'wish' })
@ObjectType({ implements: Node, description: 'A wish (微心愿): one resident’s words, recorded by the resident or by staff on their behalf.' })
@Unique({ properties: ['tenantId', 'number'] })
@Unique({ properties: ['tenantId', 'ledgerKey'] })
@Index({ properties: ['tenantId', 'recordedOn', 'id'] })
@Index({ properties: ['tenantId', 'supporterCount', 'id'] })
@Index({ properties: ['tenantId', 'answerDueAt', 'id'] })
@Index({ properties: ['tenantId', 'state', 'answerDueAt', 'id'] })
@Index({ name: 'wish_escalates_at', expression: 'create index wish_escalates_at on wish (tenant_id, escalates_at) where escalates_at is not null' })
@Index({ properties: ['tenantId', 'orgUnit'] })
@Index({ name: 'wish_demand', expression: 'create index wish_demand on wish (tenant_id, demand_id, recorded_on, id) where demand_id is not null' })
@Index({ name: 'wish_merged_into', expression: 'create index wish_merged_into on wish (tenant_id, merged_into_id) where merged_into_id is not null' })
@Index({ name: 'wish_project', expression: 'create index wish_project on wish (tenant_id, project_id, recorded_on, id) where project_id is not null' })
@Index({ name: 'wish_wisher', expression: 'create index wish_wisher on wish (tenant_id, wisher_id, recorded_on, id) where wisher_id is not null' })
@Index({ name: 'wish_held_back', expression: 'create index wish_held_back on wish (tenant_id, id) where is_held_back' })
@Index({ properties: ['tenantId', 'orgPath'] })
@Index({ properties: ['tenantId', 'recordedPath'] })
export class Wish extends UnitRecord {
  @Field(() => Int, { description: 'Number that people see; unique in the tenant.' })
  @Property({ type: 'integer' })
  number!: number;

  @Field(() => Int, { nullable: true, description: 'Its 序号 in the ledger that it came from; null for a wish made here.' })
  @Property({ type: 'integer', nullable: true })
  ledgerNumber: number | null = null;

  /** Which row of which ledger this is, by its number and content; the same row again changes nothing. */
  @Property({ type: 'text', nullable: true })
  ledgerKey: string | null = null;

  @Field(() => String, { description: 'The words, at most 1,000 characters. Telephones, identity numbers and accounts in them are taken out for all but the wisher and who may see wishers’ telephones.' })
  @ShownAs({ property: 'wallWords', unless: 'reveal', concerns: 'wisher' })
  @Property({ type: 'text' })
  words!: string;

  /** The words as everybody may read them; follows the words. */
  @Property({ type: 'text' })
  wallWords!: string;

  @Field(() => WishState, { description: 'What has become of it.' })
  @Property({ type: 'text' })
  state!: WishState;

  /** A wish ends on the version of `wish.life` that it began with. */
  @Property({ type: 'integer' })
  workflowVersion!: number;

  @Field(() => WishChannel, { description: 'Where it was made.' })
  @Property({ type: 'text' })
  channel!: WishChannel;

  @Field(() => WishScope, { nullable: true, description: 'Whether many want it or one; null while nobody has said.' })
  @Property({ type: 'text', nullable: true })
  scope: WishScope | null = null;

  @Field(() => VocabularyTerm, { nullable: true, description: 'Category, a term of the tenant’s vocabulary; null while nobody has said.' })
  @BelongsTo(() => VocabularyTerm, 'category_id', { nullable: true })
  category: Rel<VocabularyTerm> | null = null;

  @Field(() => Priority, { nullable: true, description: 'Importance and urgency; null while nobody has said.' })
  @Property({ type: 'text', nullable: true })
  priority: Priority | null = null;

  @Field(() => DateScalar, { description: 'Day on which it was made or recorded.' })
  @Property({ type: 'date' })
  recordedOn!: string;

  @Field(() => String, { nullable: true, description: 'How the wall names the wisher, for example 韩先生; null when the wisher is not named.' })
  @Property({ type: 'text', nullable: true })
  wisherLabel: string | null = null;

  @Field(() => String, { nullable: true, description: 'Name of the wisher; only its first character for who may not see it.' })
  @Sensitive({ kind: 'personal', mask: 'name', concerns: 'wisher' })
  @Property({ type: 'text', nullable: true })
  wisherName: string | null = null;

  @Field(() => String, { nullable: true, description: 'Telephone of the wisher; masked for who may not see it.' })
  @Sensitive({ kind: 'personal', mask: 'phone', concerns: 'wisher' })
  @Property({ type: 'text', nullable: true })
  wisherPhone: string | null = null;

  /** The account of the wisher; null when staff recorded the wish of somebody without one. */
  @BelongsTo(() => Person, 'wisher_id', { nullable: true })
  wisher: Rel<Person> | null = null;

  @Field(() => Person, { nullable: true, description: 'Who recorded it on the wisher’s behalf; null when the wisher did.' })
  @BelongsTo(() => Person, 'recorded_by_id', { nullable: true })
  recordedBy: Rel<Person> | null = null;

  @Field(() => Boolean, { description: 'Whether it stands on the public wall.' })
  @Property({ type: 'boolean' })
  isPublic!: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether it came from a ledger with somebody’s name in it and stays off the wall until a person has looked; for staff.' })
  @Property({ type: 'boolean' })
  isHeldBack: boolean = false;

  @Field(() => Int, { description: 'Residents who back it.' })
  @Property({ type: 'integer', default: 0 })
  supporterCount: number = 0;

  @Field(() => Boolean, { description: 'Whether it is the wish of who asks.' })
  @SqlValue(({ column, param }) => `coalesce(${column('wisher')} = ${param('actor.personId')}, false)`)
  isMine!: boolean;

  @Field(() => Boolean, { description: 'Whether who asks backs it.' })
  @SqlValue(
    ({ alias, param }) =>
      `exists (select from wish_support mine where mine.tenant_id = ${alias}.tenant_id and mine.wish_id = ${alias}.id and mine.person_id = ${param('actor.personId')})`,
  )
  isSupportedByMe!: boolean;

  @Field(() => Date, { nullable: true, description: 'Latest time of the first answer; null for a wish of a ledger, which starts no deadline.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  answerDueAt: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was first answered here; null before, and for the answer of a ledger, which has no date.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  firstAnsweredAt: Date | null = null;

  /** Whether the deadline of the first answer passed without one; set when it is noticed, minutes later. */
  @Field(() => Boolean, { description: 'Whether the deadline of the first answer passed without one.' })
  @Property({ type: 'boolean' })
  isOverdue: boolean = false;

  /** When it goes one unit up if nobody has answered; null when it never will (again). */
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  escalatesAt: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'When it last went one unit up for want of an answer.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  escalatedAt: Date | null = null;

  @Field(() => OrgUnit, { nullable: true, description: 'The unit that it went up to for want of an answer.' })
  @BelongsTo(() => OrgUnit, 'escalated_to_id', { nullable: true })
  escalatedTo: Rel<OrgUnit> | null = null;

  @Field(() => Demand, { nullable: true, description: 'The demand that it was gathered into.' })
  @BelongsTo(() => Demand, 'demand_id', { nullable: true })
  demand: Rel<Demand> | null = null;

  /** Its demand's project, kept here too so that lists and permissions need no join. */
  @Field(() => Project, { nullable: true, description: 'The project that answers it.' })
  @BelongsTo(() => Project, 'project_id', { nullable: true })
  project: Rel<Project> | null = null;

  @Field(() => String, { nullable: true, description: 'Why it went without the demand list; null when it was listed or may still be.' })
  @Property({ type: 'text', nullable: true })
  unlistedReason: string | null = null;

  @Field(() => Wish, { nullable: true, description: 'The wish that it was merged into.' })
  @BelongsTo(() => Wish, 'merged_into_id', { nullable: true })
  mergedInto: Rel<Wish> | null = null;

  @Field(() => WishAnswer, { nullable: true, description: 'The latest answer to the wisher.' })
  @BelongsTo(() => WishAnswer, 'last_answer_id', { nullable: true, isDeferred: true })
  lastAnswer: Rel<WishAnswer> | null = null;

  @Many(() => wishAnswerList, { via: 'wish', description: 'Every answer to the wisher, oldest first.' })
  answers!: never;

  @Many(() => photoList, { via: 'wish', description: 'Its photos, in their order; without those that staff hid, for whom they are hidden.' })
  photos!: never;

  @BeforeCreate()
  @BeforeUpdate()
  takeWallWords(): void {
    this.wallWords = withoutContacts(this.words);
  }
}
