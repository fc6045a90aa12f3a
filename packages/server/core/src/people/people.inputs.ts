import { DateScalar, EditInput, MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A new person.' })
export class CreatePersonInput extends MutationInput {
  @Field(() => ID, { description: 'The unit where the person lives or works.' })
  orgUnit!: string;

  @Field(() => String, { description: 'Full name, at most 50 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Mobile or landline number.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Login, if the person is to sign in; 3–40 letters, digits, dots or hyphens.' })
  login?: string | null;

  @Field(() => String, { nullable: true, description: 'A one-time password of your choice for the login, at least 10 characters; drawn when left out. It must be changed at the first sign-in.' })
  password?: string | null;
}

@InputType({ description: 'A role for a person.' })
export class GrantRoleInput extends MutationInput {
  @Field(() => ID, { description: 'Who gets the role.' })
  person!: string;

  @Field(() => String, { description: 'Key of the role, for example gridWorker.' })
  role!: string;

  @Field(() => ID, { description: 'The unit at which it is held; it reaches everything below.' })
  orgUnit!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day; today when left out.' })
  since?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; open when left out.' })
  until?: string | null;
}

@InputType({ description: 'Whose account is closed.' })
export class ClosePersonInput extends EditInput {}

@InputType({ description: 'Which role ends.' })
export class RevokeRoleInput extends EditInput {}
