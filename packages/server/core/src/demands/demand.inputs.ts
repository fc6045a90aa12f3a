import { EditInput, MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A demand that staff open themselves.' })
export class CreateDemandInput extends MutationInput {
  @Field(() => String, { description: 'What is asked for, at most 60 characters.' })
  title!: string;

  @Field(() => ID, { description: 'The unit whose residents ask for it.' })
  orgUnit!: string;

  @Field(() => ID, { nullable: true, description: 'Category, a term of the vocabulary of wishes.' })
  category?: string | null;
}

@InputType({ description: 'What changes in a demand; what is left out stays.' })
export class EditDemandInput extends EditInput {
  @Field(() => String, { nullable: true, description: 'What is asked for, at most 60 characters.' })
  title?: string | null;

  @Field(() => ID, { nullable: true, description: 'Category, a term of the vocabulary of wishes; null for none.' })
  category?: string | null;
}

@InputType({ description: 'Which demand is closed, and why.' })
export class CloseDemandInput extends EditInput {
  @Field(() => String, { description: 'Why it is closed without a project, at most 1,000 characters.' })
  reason!: string;
}
