import { EditInput, MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType } from 'type-graphql';

const words = 'What the wisher is told, at most 1,000 characters.';

@InputType({ description: 'An answer to a wisher.' })
export class AnswerWishInput extends EditInput {
  @Field(() => String, { description: words })
  words!: string;
}

@InputType({ description: 'How a wish is accepted: into a demand that is there, or into one that it opens.' })
export class AcceptWishInput extends EditInput {
  @Field(() => String, { description: words })
  words!: string;

  @Field(() => ID, { nullable: true, description: 'The demand that it joins; a new one is opened when left out.' })
  demand?: string | null;

  @Field(() => String, { nullable: true, description: 'Title of the demand that it opens, at most 60 characters; its own first words when left out.' })
  newDemandTitle?: string | null;
}

@InputType({ description: 'Why a wish is declined.' })
export class DeclineWishInput extends EditInput {
  @Field(() => String, { description: 'The reason, which the wisher reads; at most 1,000 characters.' })
  reason!: string;
}

@InputType({ description: 'Onto the demand list, or, with a reason, on without it.' })
export class ListWishInput extends EditInput {
  @Field(() => String, { nullable: true, description: `${words} Standard words when left out.` })
  words?: string | null;

  @Field(() => String, { nullable: true, description: 'Why it goes on without the list; when left out it is listed.' })
  skipReason?: string | null;
}

@InputType({ description: 'Which wish says the same.' })
export class MergeWishInput extends EditInput {
  @Field(() => ID, { description: 'The wish that it is merged into.' })
  into!: string;

  @Field(() => String, { nullable: true, description: `${words} Standard words when left out.` })
  words?: string | null;
}

@InputType({ description: 'How a wish was fulfilled.' })
export class FulfilWishInput extends EditInput {
  @Field(() => String, { description: words })
  words!: string;
}

@InputType({ description: 'What the resident says about the result.' })
export class ConfirmWishInput extends EditInput {
  @Field(() => Boolean, { description: 'true: it is done · false: it is not, and its project goes on.' })
  isDone!: boolean;

  @Field(() => String, { nullable: true, description: 'The resident’s words, at most 1,000 characters.' })
  words?: string | null;
}

@InputType({ description: 'Which accepted wish joins which demand.' })
export class JoinDemandInput extends MutationInput {
  @Field(() => ID, { description: 'The wish, accepted or listed.' })
  wish!: string;

  @Field(() => ID, { description: 'The demand.' })
  demand!: string;

  @Field(() => String, { nullable: true, description: `${words} Standard words when left out.` })
  words?: string | null;
}
