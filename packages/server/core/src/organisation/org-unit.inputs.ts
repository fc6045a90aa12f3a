import { EditInput, MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A new unit.' })
export class CreateOrgUnitInput extends MutationInput {
  @Field(() => ID, { description: 'The unit above.' })
  parent!: string;

  @Field(() => ID, { description: 'Kind of unit, a term of the vocabulary.' })
  kind!: string;

  @Field(() => String, { description: 'Full name, at most 100 characters.' })
  name!: string;

  @Field(() => String, { description: 'Code as ledgers will write it; unique in the tenant, at most 50 characters.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'Who heads the unit.' })
  headName?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone of the head.' })
  phone?: string | null;
}

@InputType({ description: 'What is changed on a unit; what is left out stays.' })
export class EditOrgUnitInput extends EditInput {
  @Field(() => String, { nullable: true, description: 'Full name, at most 100 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Who heads the unit.' })
  headName?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone of the head.' })
  phone?: string | null;

  @Field(() => [String], { nullable: true, description: 'Types of project that the department oversees everywhere, by their keys.' })
  oversees?: string[] | null;
}
