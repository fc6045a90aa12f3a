import type { Rel } from '@mikro-orm/core';
import { Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { BelongsTo, DateScalar, DiscriminatedBy, Many, Node, SqlValue, TenantTable, VariantOf } from '@weixiang/kernel';
import { Field, InterfaceType, ObjectType } from 'type-graphql';
import { activityList } from '../activities/activity.list.js';
import { agreementList } from '../agreements/agreement.list.js';
import { demandList } from '../demands/demand.list.js';
import { evaluationProposalList } from '../evaluations/evaluation-proposal.list.js';
import { EvaluationRound } from '../evaluations/evaluation-round.entity.js';
import { evaluationRoundList } from '../evaluations/evaluation-round.list.js';
import { UnitRecord } from '../organisation/unit-record.js';
import { Partner } from '../partners/partner.entity.js';
import { Person } from '../people/person.entity.js';
import { VocabularyTerm } from '../vocabulary/vocabulary-term.entity.js';
import { ProjectMode, ProjectState } from './project.enums.js';

/**
 * A project of any type. `type` says which plugin's GraphQL type it shows as; what a plugin knows beyond this stands in
 * the plugin's own tables.
 */
@TenantTable({ name: 'project', prefix: 'project' })
@DiscriminatedBy('type')
@InterfaceType({ implements: Node, description: 'A micro-project (微项目): demands answered, agreed with a partner, delivered, evaluated in public.' })
@Unique({ properties: ['tenantId', 'code'] })
@Index({ properties: ['tenantId', 'createdAt', 'id'] })
@Index({ properties: ['tenantId', 'partner'] })
@Index({ properties: ['tenantId', 'orgUnit'] })
@Index({ properties: ['tenantId', 'lead'] })
@Index({ properties: ['tenantId', 'orgPath'] })
export class Project extends UnitRecord {
  @Field(() => String, { nullable: true, description: 'Number of the project as ledgers write it; unique in the tenant.' })
  @Property({ type: 'text', nullable: true })
  code: string | null = null;

  @Field(() => String, { description: 'Name.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'Key of its type; kept even while no enabled plugin provides the type.' })
  @Property({ type: 'text' })
  type!: string;

  @Field(() => String, { description: 'The same as `type`: the name by which `projectTypes` lists it.' })
  @SqlValue(({ column }) => column('type'))
  typeName!: string;

  @Field(() => ProjectState, { description: 'Where its life stands.' })
  @Property({ type: 'text' })
  state: ProjectState = ProjectState.DRAFT;

  @Field(() => VocabularyTerm, { nullable: true, description: 'Aspect, a term of the tenant’s vocabulary (所属方面).' })
  @BelongsTo(() => VocabularyTerm, 'aspect_id', { nullable: true })
  aspect: VocabularyTerm | null = null;

  @Field(() => VocabularyTerm, { nullable: true, description: 'Category, a term of the tenant’s vocabulary (八大类).' })
  @BelongsTo(() => VocabularyTerm, 'category_id', { nullable: true })
  category: VocabularyTerm | null = null;

  @Field(() => ProjectMode, { nullable: true, description: 'Who pays.' })
  @Property({ type: 'text', nullable: true })
  mode: ProjectMode | null = null;

  @Field(() => Partner, { nullable: true, description: 'The partner that delivers it.' })
  @BelongsTo(() => Partner, 'partner_id', { nullable: true })
  partner: Rel<Partner> | null = null;

  @Field(() => Person, { nullable: true, description: 'Who leads it, as a person that is known.' })
  @BelongsTo(() => Person, 'lead_id', { nullable: true })
  lead: Rel<Person> | null = null;

  @Field(() => String, { nullable: true, description: 'Who leads it, as it is made public.' })
  @Property({ type: 'text', nullable: true })
  leadName: string | null = null;

  @Field(() => String, { nullable: true, description: 'What is planned.' })
  @Property({ type: 'text', nullable: true })
  plan: string | null = null;

  @Field(() => DateScalar, { nullable: true, description: 'First day; of a project from a ledger, the day of signing.' })
  @Property({ type: 'date', nullable: true })
  startsOn: string | null = null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null while it goes on.' })
  @Property({ type: 'date', nullable: true })
  endsOn: string | null = null;

  /** Day from which reports count it; null when it has been there since the beginning. */
  @Property({ type: 'date', nullable: true })
  recordedOn: string | null = null;

  @Field(() => Boolean, { description: 'Whether everybody may see it.' })
  @Property({ type: 'boolean' })
  isPublic: boolean = false;

  @Field(() => EvaluationRound, { nullable: true, description: 'Its latest monthly evaluation with a grade.' })
  @BelongsTo(() => EvaluationRound, 'latest_round_id', { nullable: true })
  latestRound: Rel<EvaluationRound> | null = null;

  /** The workflow it began on, and ends on. */
  @Property({ type: 'text' })
  workflowName!: string;

  @Property({ type: 'integer' })
  workflowVersion!: number;

  /** Fingerprint of the ledger's row that it came from: the same row again changes nothing, whatever was edited since. */
  @Property({ type: 'text', nullable: true })
  ledgerContent: string | null = null;

  @Many(() => demandList, { via: 'project', description: 'Demands that it answers.' })
  demands!: never;

  @Many(() => agreementList, { via: 'project', description: 'Agreements about it.' })
  agreements!: never;

  @Many(() => activityList, { via: 'project', description: 'Its activities.' })
  activities!: never;

  @Many(() => evaluationRoundList, { via: 'project', description: 'Its monthly evaluations.' })
  evaluationRounds!: never;

  @Many(() => evaluationProposalList, { via: 'project', description: 'What was proposed after its grades, as far as you may see it.' })
  evaluationProposals!: never;
}

/** A project whose type no enabled plugin provides. */
@ObjectType({ implements: Project, description: 'A project with nothing beyond the core: of no special type, or of a type whose plugin is not enabled.' })
@VariantOf(() => Project, null)
export class PlainProject extends Project {}
