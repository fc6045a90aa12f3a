import { EditInput } from '@weixiang/kernel';
import { Field, InputType, Int } from 'type-graphql';

@InputType({ description: 'What a guardian agrees to, as it stands on the page.' })
export class ConsentInput {
  @Field(() => Boolean, { description: 'Whether the guardian agrees; without it no minor is enrolled.' })
  isGiven!: boolean;

  @Field(() => String, { description: 'What the data is for, at most 500 characters.' })
  purpose!: string;

  @Field(() => String, { description: 'The words that are agreed to, at most 2,000 characters.' })
  words!: string;

  @Field(() => Int, { nullable: true, description: 'Version of the wording that the page showed; the consent is refused with CONSENT_WORDING_RENEWED when there is a newer one.' })
  wordingNumber?: number | null;
}

@InputType({ description: 'A guardian’s consent to an enrolment.' })
export class GiveConsentInput extends EditInput {
  @Field(() => String, { description: 'What the data is for, at most 500 characters.' })
  purpose!: string;

  @Field(() => String, { description: 'The words that are agreed to, at most 2,000 characters.' })
  words!: string;

  @Field(() => Int, { nullable: true, description: 'Version of the wording that the page showed; the consent is refused with CONSENT_WORDING_RENEWED when there is a newer one.' })
  wordingNumber?: number | null;
}

@InputType({ description: 'Which enrolment’s consent is withdrawn: the learner’s data is locked at once, and the enrolment withdrawn.' })
export class WithdrawConsentInput extends EditInput {}
