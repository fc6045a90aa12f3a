import { EditInput, MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Reasons against a published grade.' })
export class RaiseObjectionInput extends MutationInput {
  @Field(() => ID, { description: 'The evaluation whose grade it is about, within its days for objections.' })
  round!: string;

  @Field(() => String, { description: 'The reasons, at most 1000 characters; staff who answer read them.' })
  words!: string;
}

@InputType({ description: 'An answer to an objection.' })
export class AnswerObjectionInput extends EditInput {
  @Field(() => Boolean, { description: 'Whether the objection is upheld: the round is recounted without the ratings named below, and a further notice corrects the first.' })
  isUpheld!: boolean;

  @Field(() => String, { description: 'The answer, at most 1000 characters. When it is upheld, the notice prints it.' })
  words!: string;

  @Field(() => [ID], { nullable: true, description: 'Ratings that no longer count; required when it is upheld, none otherwise.' })
  excludedRatings?: string[] | null;
}
