import type { Rel } from '@mikro-orm/core';
import { Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { BelongsTo, DateScalar, Node, TenantTable } from '@weixiang/kernel';
import { Field, ObjectType } from 'type-graphql';
import { Partner } from '../partners/partner.entity.js';
import { Person } from '../people/person.entity.js';
import { ProjectRecord } from '../projects/project-record.js';
import { Project } from '../projects/project.entity.js';
import { ProposalKind, ProposalState } from './evaluation.enums.js';
import { EvaluationRound } from './evaluation-round.entity.js';

/** What may follow from a final grade. The product proposes, a person decides with a reason; nothing happens by itself. */
@TenantTable({ name: 'evaluation_proposal', prefix: 'proposal' })
@ObjectType({ implements: Node, description: 'What may follow from a final grade: correction, removal, commendation. A person decides.' })
@Unique({ properties: ['tenantId', 'round', 'kind'] })
@Index({ properties: ['tenantId', 'project', 'kind'] })
@Index({ properties: ['tenantId', 'state', 'createdAt', 'id'] })
export class EvaluationProposal extends ProjectRecord {
  @Field(() => Project, { nullable: true, description: 'The project.' })
  @BelongsTo(() => Project, 'project_id')
  project!: Rel<Project>;

  @Field(() => EvaluationRound, { nullable: true, description: 'The evaluation that it follows from.' })
  @BelongsTo(() => EvaluationRound, 'round_id')
  round!: Rel<EvaluationRound>;

  @Field(() => Partner, { nullable: true, description: 'The partner that delivered the project at that time.' })
  @BelongsTo(() => Partner, 'partner_id', { nullable: true })
  partner: Rel<Partner> | null = null;

  @Field(() => ProposalKind, { description: 'What is proposed.' })
  @Property({ type: 'text' })
  kind!: ProposalKind;

  @Field(() => ProposalState, { description: 'Whether it was decided, and how.' })
  @Property({ type: 'text' })
  state: ProposalState = ProposalState.PROPOSED;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of a correction: as proposed, then as decided.' })
  @Property({ type: 'date', nullable: true })
  dueOn: string | null = null;

  @Field(() => String, { nullable: true, description: 'The reason of the decision, as it was made public when it was confirmed.' })
  @Property({ type: 'text', nullable: true })
  words: string | null = null;

  @Field(() => Person, { nullable: true, description: 'Who decided.' })
  @BelongsTo(() => Person, 'decided_by_id', { nullable: true })
  decidedBy: Rel<Person> | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was decided, UTC.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  decidedAt: Date | null = null;
}
