import { TextType } from '@weixiang/kernel';
import { Field, ObjectType } from 'type-graphql';

/** A kind of record that search finds. */
@ObjectType({ description: 'A kind of record that a search finds.' })
export class SearchKind {
  @Field(() => String, { description: 'What the ids of its records begin with, as the argument `kinds` takes it: wish.' })
  key!: string;

  @Field(() => TextType, { description: 'What several of them are called.' })
  label!: TextType;
}
