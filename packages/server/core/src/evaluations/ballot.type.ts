import { Field, ObjectType } from 'type-graphql';
import { Grade, RatingParty } from './evaluation.enums.js';

@ObjectType({ description: 'What you may do in a round, and what you gave.' })
export class Ballot {
  @Field(() => [RatingParty], { description: 'As what you may rate the project now; empty when you may not.' })
  parties!: RatingParty[];

  @Field(() => String, { nullable: true, description: 'Why you may not, in your language; null when you may.' })
  reason!: string | null;

  @Field(() => Grade, { nullable: true, description: 'The rating that you gave; null while you gave none.' })
  grade!: Grade | null;

  @Field(() => RatingParty, { nullable: true, description: 'As what you gave it.' })
  party!: RatingParty | null;

  @Field(() => String, { nullable: true, description: 'Your words with it.' })
  words!: string | null;
}
