import { EditInput, MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Whose role is taken in an emergency, why, and for how long.' })
export class OpenEmergencyAccessInput extends MutationInput {
  @Field(() => ID, { description: 'The role that is taken, as its holder has it.' })
  assignment!: string;

  @Field(() => String, { description: 'Why it cannot wait for its holder, 10 to 500 characters. Everybody concerned reads it.' })
  reason!: string;

  @Field(() => Int, { description: 'Hours after which it ends by itself, 1 to 12.' })
  hours!: number;
}

@InputType({ description: 'Which emergency access ends.' })
export class EndEmergencyAccessInput extends EditInput {}

@InputType({ description: 'What the review of an emergency access found.' })
export class ReviewEmergencyAccessInput extends EditInput {
  @Field(() => Boolean, { description: 'Whether it was justified.' })
  isJustified!: boolean;

  @Field(() => String, { description: 'What the review found, at most 500 characters.' })
  remark!: string;
}
