import type { Rel } from '@mikro-orm/core';
import { Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { BelongsTo, Sensitive, TenantTable } from '@weixiang/kernel';
import { Field, ObjectType } from 'type-graphql';
import { Person } from '../people/person.entity.js';
import { ProjectRecord } from '../projects/project-record.js';
import { Project } from '../projects/project.entity.js';
import { Grade, RatingParty } from './evaluation.enums.js';
import { EvaluationRound } from './evaluation-round.entity.js';

/**
 * One voter's rating of one project in one month. Who it was is no field of the API, and neither id nor time tells it:
 * the id is random and `createdAt` is the round's. The database keeps one row a voter and round.
 */
@TenantTable({ name: 'rating', prefix: 'rating' })
@ObjectType({ description: 'One rating of a project in one month, without who gave it.' })
@Unique({ properties: ['tenantId', 'round', 'person'] })
@Index({ properties: ['tenantId', 'person'] })
export class Rating extends ProjectRecord {
  @Field(() => Project, { nullable: true, description: 'The project.' })
  @BelongsTo(() => Project, 'project_id')
  project!: Rel<Project>;

  @Field(() => EvaluationRound, { nullable: true, description: 'The month’s evaluation.' })
  @BelongsTo(() => EvaluationRound, 'round_id')
  round!: Rel<EvaluationRound>;

  /** Never leaves the server. */
  @Sensitive({ kind: 'personal', mask: 'hide' })
  @BelongsTo(() => Person, 'person_id')
  person!: Rel<Person>;

  @Field(() => RatingParty, { description: 'As what it was given.' })
  @Property({ type: 'text' })
  party!: RatingParty;

  @Field(() => Grade, { nullable: true, description: 'The rating.' })
  @Sensitive({ kind: 'personal', mask: 'hide' })
  @Property({ type: 'text' })
  grade!: Grade;

  @Field(() => String, { nullable: true, description: 'The voter’s own words.' })
  @Sensitive({ kind: 'personal', mask: 'hide' })
  @Property({ type: 'text', nullable: true })
  words: string | null = null;

  /** Whether staff may see it: the round is closed. Until then nobody can watch ratings come in one by one. */
  @Property({ type: 'boolean' })
  isCounted: boolean = false;

  @Field(() => Boolean, { description: 'Whether an upheld objection took it out of the count.' })
  @Property({ type: 'boolean' })
  isExcluded: boolean = false;
}
