import { DateScalar, EditInput, MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which role is lent to whom, and for how long.' })
export class DelegateRoleInput extends MutationInput {
  @Field(() => ID, { description: 'The role that is lent.' })
  assignment!: string;

  @Field(() => ID, { description: 'Who acts by it meanwhile.' })
  person!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day; today when left out.' })
  since?: string | null;

  @Field(() => DateScalar, { description: 'Last day, at most 92 days after the first.' })
  until!: string;

  @Field(() => String, { nullable: true, description: 'What for, at most 200 characters.' })
  reason?: string | null;
}

@InputType({ description: 'Which delegation ends.' })
export class EndDelegationInput extends EditInput {}
