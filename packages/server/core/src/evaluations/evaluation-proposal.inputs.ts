import { DateScalar, EditInput } from '@weixiang/kernel';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'A decision on a proposal.' })
export class DecideProposalInput extends EditInput {
  @Field(() => Boolean, { description: 'Whether it is confirmed; otherwise it is declined.' })
  isConfirmed!: boolean;

  @Field(() => String, { description: 'The reason, at most 1000 characters. A confirmed proposal is made public with it.' })
  words!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of a correction, after today; as proposed when left out.' })
  dueOn?: string | null;
}
