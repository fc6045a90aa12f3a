import { MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Where to send a code.' })
export class RequestSignInCodeInput extends MutationInput {
  @Field(() => String, { description: 'Mobile number.' })
  phone!: string;
}

@InputType({ description: 'Who signs in by telephone.' })
export class SignInWithCodeInput extends MutationInput {
  @Field(() => String, { description: 'Mobile number that the code was sent to.' })
  phone!: string;

  @Field(() => String, { description: 'The six digits.' })
  code!: string;

  @Field(() => ID, { nullable: true, description: 'Who it is, of the `choices` of a number that several people share.' })
  person?: string | null;

  @Field(() => String, { nullable: true, description: 'Full name, at most 50 characters: of one of several people, or of somebody who is not here yet and comes in as a resident.' })
  name?: string | null;

  @Field(() => ID, { nullable: true, description: 'The unit where somebody new lives; the root when left out.' })
  orgUnit?: string | null;
}
