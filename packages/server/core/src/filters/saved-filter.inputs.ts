import { EditInput, MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A list’s filters, to be kept under a name.' })
export class SaveFilterInput extends MutationInput {
  @Field(() => String, { description: 'The page whose list it filters: lower-case letters and hyphens, at most 40.' })
  page!: string;

  @Field(() => String, { description: 'What it is called, at most 40 characters; your own of one page have different names.' })
  name!: string;

  @Field(() => String, { description: 'The filters as the page’s address has them, at most 1,000 characters.' })
  query!: string;

  @Field(() => ID, { description: 'The unit at which you work with it: one where you hold a role.' })
  orgUnit!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether everybody with a role at that unit gets it; false when left out.' })
  isShared?: boolean | null;
}

@InputType({ description: 'What changes in a saved filter of yours; what is left out stays.' })
export class EditFilterInput extends EditInput {
  @Field(() => String, { nullable: true, description: 'What it is called.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'The filters as the page’s address has them.' })
  query?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether everybody with a role at its unit gets it.' })
  isShared?: boolean | null;
}

@InputType({ description: 'Which saved filter is removed.' })
export class RemoveFilterInput extends EditInput {}
