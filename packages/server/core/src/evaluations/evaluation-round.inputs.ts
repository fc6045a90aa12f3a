import { MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'One month’s evaluation of a project, as tallies.' })
export class RecordEvaluationRoundInput extends MutationInput {
  @Field(() => ID, { description: 'The project.' })
  project!: string;

  @Field(() => String, { description: 'Month, YYYY-MM, not after the present one.' })
  month!: string;

  @Field(() => Int, { description: 'Ratings “excellent”.' })
  excellent!: number;

  @Field(() => Int, { description: 'Ratings “good”.' })
  good!: number;

  @Field(() => Int, { description: 'Ratings “pass”.' })
  pass!: number;

  @Field(() => Int, { description: 'Ratings “fail”.' })
  fail!: number;
}
