import { MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType } from 'type-graphql';
import { Grade, RatingParty } from './evaluation.enums.js';

@InputType({ description: 'A rating of a project; one a voter and round, the latest counts.' })
export class RateProjectInput extends MutationInput {
  @Field(() => ID, { description: 'The open round.' })
  round!: string;

  @Field(() => RatingParty, { description: 'As what you rate; one of the ballot’s `parties`.' })
  party!: RatingParty;

  @Field(() => Grade, { description: 'The rating.' })
  grade!: Grade;

  @Field(() => String, { nullable: true, description: 'Words with it, at most 500 characters; staff read them without your name, once the round is closed.' })
  words?: string | null;
}
