import { EditInput, MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ConsentInput } from '../consents/consent.inputs.js';

@InputType({ description: 'A request for a seat in a term, for oneself or for one’s child.' })
export class RequestEnrolmentInput extends MutationInput {
  @Field(() => ID, { description: 'The term; it must take requests now. Requests beyond its seats wait.' })
  term!: string;

  @Field(() => String, { description: 'Name of the learner, at most 50 characters.' })
  learnerName!: string;

  @Field(() => Int, { description: 'Year in which the learner was born, for example 2016.' })
  learnerBirthYear!: number;

  @Field(() => String, { nullable: true, description: 'Name of who answers for the learner; your own when left out.' })
  guardianName?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone of who answers for the learner; your own when left out.' })
  guardianPhone?: string | null;

  @Field(() => ConsentInput, { nullable: true, description: 'The guardian’s consent. For a learner who may be under 14 nothing is kept without it; for another minor it can be given later.' })
  consent?: ConsentInput | null;
}

@InputType({ description: 'Which enrolment is confirmed.' })
export class ConfirmEnrolmentInput extends EditInput {}

@InputType({ description: 'Which offered place is accepted.' })
export class AcceptPlaceInput extends EditInput {}

@InputType({ description: 'Which enrolment is declined, and why.' })
export class DeclineEnrolmentInput extends EditInput {
  @Field(() => String, { description: 'Why, at most 500 characters; the guardian reads it.' })
  reason!: string;
}

@InputType({ description: 'Which enrolment is withdrawn.' })
export class WithdrawEnrolmentInput extends EditInput {
  @Field(() => String, { nullable: true, description: 'Why, at most 500 characters.' })
  reason?: string | null;
}
