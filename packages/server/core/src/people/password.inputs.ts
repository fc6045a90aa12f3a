import { EditInput, MutationInput } from '@weixiang/kernel';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'One’s own password, changed.' })
export class ChangePasswordInput extends MutationInput {
  @Field(() => String, { description: 'The password that holds until now.' })
  current!: string;

  @Field(() => String, { description: 'The new one, at least 10 characters.' })
  next!: string;
}

@InputType({ description: 'Whose account gets a one-time password.' })
export class ResetPasswordInput extends EditInput {}
