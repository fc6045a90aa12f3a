import { EditInput, MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType } from 'type-graphql';
import { Priority, WishChannel, WishScope } from './wish.enums.js';

@InputType({ description: 'A wish: one’s own, or, by staff, somebody’s on their behalf.' })
export class MakeWishInput extends MutationInput {
  @Field(() => ID, { description: 'The unit that is to answer it.' })
  orgUnit!: string;

  @Field(() => String, { description: 'The words, at most 1,000 characters.' })
  words!: string;

  @Field(() => WishChannel, { description: 'Where it was made. By staff, any channel but the online home records somebody else’s wish.' })
  channel!: WishChannel;

  @Field(() => WishScope, { nullable: true, description: 'Whether many want it or one.' })
  scope?: WishScope | null;

  @Field(() => ID, { nullable: true, description: 'Category, a term of the vocabulary.' })
  category?: string | null;

  @Field(() => Priority, { nullable: true, description: 'Importance and urgency; for staff alone.' })
  priority?: Priority | null;

  @Field(() => String, { nullable: true, description: 'Name of the wisher, at most 50 characters; with another’s name staff record on their behalf.' })
  wisherName?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone of the wisher; of one’s own wish, the account’s when left out.' })
  wisherPhone?: string | null;

  @Field(() => String, { nullable: true, description: 'How the wall names the wisher: 韩先生, 韩女士, 韩姓居民, or empty for not at all. By the surname when left out.' })
  wisherLabel?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it stands on the public wall; yes when left out.' })
  isPublic?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'Photos that you sent to /t/:tenant/photos, in their order, at most six. They stand on the wall as the wish does.' })
  photos?: string[] | null;
}

@InputType({ description: 'What changes in a wish; what is left out stays. Its wisher may change it until it is answered, and how it stands on the wall at any time; staff sort it, and may take it off the wall.' })
export class EditWishInput extends EditInput {
  @Field(() => String, { nullable: true, description: 'The words, at most 1,000 characters.' })
  words?: string | null;

  @Field(() => ID, { nullable: true, description: 'Category, a term of the vocabulary; null for none.' })
  category?: string | null;

  @Field(() => WishScope, { nullable: true, description: 'Whether many want it or one; null for unsaid.' })
  scope?: WishScope | null;

  @Field(() => Priority, { nullable: true, description: 'Importance and urgency; for staff alone; null for unsaid.' })
  priority?: Priority | null;

  @Field(() => String, { nullable: true, description: 'How the wall names the wisher: 韩先生, 韩女士, 韩姓居民, or empty for not at all.' })
  wisherLabel?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it stands on the public wall.' })
  isPublic?: boolean | null;
}

@InputType({ description: 'How important and urgent a wish is.' })
export class SetWishPriorityInput extends EditInput {
  @Field(() => Priority, { nullable: true, description: 'Importance and urgency; null for unsaid.' })
  priority?: Priority | null;
}

@InputType({ description: 'Which unit is to answer a wish from now on.' })
export class AssignWishInput extends EditInput {
  @Field(() => ID, { description: 'The unit.' })
  orgUnit!: string;
}

@InputType({ description: 'Which wish one backs.' })
export class SupportWishInput extends MutationInput {
  @Field(() => ID, { description: 'The wish.' })
  id!: string;
}

@InputType({ description: 'Which wish one no longer backs.' })
export class WithdrawSupportInput extends SupportWishInput {}
