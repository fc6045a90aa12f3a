import type { Rel } from '@mikro-orm/core';
import { Index, Property } from '@mikro-orm/decorators/legacy';
import { BelongsTo, Node, SqlValue, TenantTable } from '@weixiang/kernel';
import { Field, ObjectType } from 'type-graphql';
import { Person } from '../people/person.entity.js';
import { ProjectRecord } from '../projects/project-record.js';
import { Project } from '../projects/project.entity.js';
import { ObjectionState } from './evaluation.enums.js';
import { EvaluationRound } from './evaluation-round.entity.js';

/** Somebody's reasons against a published grade; every one is answered. */
@TenantTable({ name: 'objection', prefix: 'objection' })
@ObjectType({ implements: Node, description: 'Reasons against a published grade (异议), and the answer.' })
@Index({ properties: ['tenantId', 'round', 'state'] })
@Index({ properties: ['tenantId', 'state', 'createdAt', 'id'] })
@Index({ properties: ['tenantId', 'person'] })
export class Objection extends ProjectRecord {
  @Field(() => Project, { nullable: true, description: 'The project.' })
  @BelongsTo(() => Project, 'project_id')
  project!: Rel<Project>;

  @Field(() => EvaluationRound, { nullable: true, description: 'The evaluation whose grade it is about.' })
  @BelongsTo(() => EvaluationRound, 'round_id')
  round!: Rel<EvaluationRound>;

  @Field(() => Person, { nullable: true, description: 'Who objects, for those who may see the person.' })
  @BelongsTo(() => Person, 'person_id')
  person!: Rel<Person>;

  @Field(() => String, { description: 'The reasons, in the words of who objects.' })
  @Property({ type: 'text' })
  words!: string;

  @Field(() => ObjectionState, { description: 'What has become of it.' })
  @Property({ type: 'text' })
  state: ObjectionState = ObjectionState.OPEN;

  @Field(() => String, { nullable: true, description: 'The answer; null until there is one.' })
  @Property({ type: 'text', nullable: true })
  answer: string | null = null;

  @Field(() => Person, { nullable: true, description: 'Who answered.' })
  @BelongsTo(() => Person, 'answered_by_id', { nullable: true })
  answeredBy: Rel<Person> | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was answered, UTC.' })
  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  answeredAt: Date | null = null;

  @Field(() => Boolean, { description: 'Whether it is yours.' })
  @SqlValue(({ column, param }) => `coalesce(${column('person')} = ${param('actor.personId')}, false)`)
  isMine!: boolean;
}
