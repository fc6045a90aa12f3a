import { DateScalar, EditInput, MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType } from 'type-graphql';
import { ProjectMode } from './project.enums.js';

@InputType({ description: 'A project to be planned.' })
export class CreateProjectInput extends MutationInput {
  @Field(() => String, { description: 'Key of its type: one of `projectTypes`, or any other word for a plain project.' })
  type!: string;

  @Field(() => String, { description: 'Name, at most 100 characters.' })
  name!: string;

  @Field(() => ID, { description: 'The unit that it belongs to.' })
  orgUnit!: string;

  @Field(() => String, { nullable: true, description: 'Number of the project as ledgers write it; unique in the tenant, at most 50 characters.' })
  code?: string | null;

  @Field(() => ID, { nullable: true, description: 'Aspect, a term of the vocabulary.' })
  aspect?: string | null;

  @Field(() => ID, { nullable: true, description: 'Category, a term of the vocabulary.' })
  category?: string | null;

  @Field(() => ProjectMode, { nullable: true, description: 'Who pays.' })
  mode?: ProjectMode | null;

  @Field(() => [ID], { nullable: true, description: 'Demands that it answers.' })
  demands?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What is planned, at most 5000 characters.' })
  plan?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who leads it, as a person that is known.' })
  lead?: string | null;

  @Field(() => String, { nullable: true, description: 'Who leads it, as it is made public; the lead’s own name when left out.' })
  leadName?: string | null;

  @Field(() => ID, { nullable: true, description: 'The partner that delivers it.' })
  partner?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day.' })
  startsOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day.' })
  endsOn?: string | null;
}

@InputType({ description: 'What is changed on a project; what is left out stays.' })
export class EditProjectInput extends EditInput {
  @Field(() => String, { nullable: true, description: 'Name, at most 100 characters.' })
  name?: string | null;

  @Field(() => ID, { nullable: true, description: 'Aspect, a term of the vocabulary; null for none.' })
  aspect?: string | null;

  @Field(() => ID, { nullable: true, description: 'Category, a term of the vocabulary; null for none.' })
  category?: string | null;

  @Field(() => ProjectMode, { nullable: true, description: 'Who pays.' })
  mode?: ProjectMode | null;

  @Field(() => String, { nullable: true, description: 'What is planned, at most 5000 characters.' })
  plan?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who leads it, as a person that is known; null for nobody.' })
  lead?: string | null;

  @Field(() => String, { nullable: true, description: 'Who leads it, as it is made public.' })
  leadName?: string | null;

  @Field(() => ID, { nullable: true, description: 'The partner that delivers it; null for none.' })
  partner?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day.' })
  startsOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day.' })
  endsOn?: string | null;
}

@InputType({ description: 'A step of a project’s life.' })
export class StepProjectInput extends EditInput {
  @Field(() => String, { description: 'Name of the step, as `availableSteps` gives it.' })
  step!: string;

  @Field(() => String, { nullable: true, description: 'Reason or decision; some steps require it. At most 1000 characters.' })
  words?: string | null;
}

@InputType({ description: 'Which project everybody may see from now on.' })
export class PublishProjectInput extends EditInput {}
