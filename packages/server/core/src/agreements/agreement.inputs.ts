import { DateScalar, MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'An agreement that was signed.' })
export class RecordAgreementInput extends MutationInput {
  @Field(() => ID, { description: 'The project.' })
  project!: string;

  @Field(() => ID, { nullable: true, description: 'The partner that signed; the project’s own when left out.' })
  partner?: string | null;

  @Field(() => DateScalar, { description: 'Day of signing, not after today.' })
  signedOn!: string;

  @Field(() => String, { nullable: true, description: 'What is delivered, at most 1000 characters.' })
  content?: string | null;

  @Field(() => String, { nullable: true, description: 'How often, for example 每周一次; at most 100 characters.' })
  frequency?: string | null;

  @Field(() => String, { nullable: true, description: 'With how many people, at most 100 characters.' })
  people?: string | null;

  @Field(() => String, { nullable: true, description: 'Where, at most 200 characters.' })
  venue?: string | null;

  @Field(() => String, { nullable: true, description: 'To what standard, at most 1000 characters.' })
  standard?: string | null;
}
