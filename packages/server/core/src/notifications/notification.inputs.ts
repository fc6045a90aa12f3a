import { MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'What you have read.' })
export class MarkNotificationsReadInput extends MutationInput {
  @Field(() => [ID], { nullable: true, description: 'These, at most 100; everything unread when left out.' })
  ids?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Only these kinds.' })
  kinds?: string[] | null;
}

@InputType({ description: 'Which reading is taken back.' })
export class UndoNotificationsReadInput extends MutationInput {
  @Field(() => Date, { description: 'The moment that `markNotificationsRead` answered with.' })
  readAt!: Date;
}

@InputType({ description: 'What you put away, or take out again.' })
export class ArchiveNotificationsInput extends MutationInput {
  @Field(() => [ID], { description: 'These, at most 100.' })
  ids!: string[];

  @Field(() => Boolean, { nullable: true, description: 'false takes them out again; true when left out.' })
  isArchived?: boolean | null;
}

@InputType({ description: 'Whether you want to be told of one kind of thing.' })
export class ChooseNotificationsInput extends MutationInput {
  @Field(() => String, { description: 'The kind, for example wish.answered.' })
  kind!: string;

  @Field(() => Boolean, { description: 'Whether you want to be told.' })
  isWanted!: boolean;
}
