import { MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Words to be made public.' })
export class PublishNoticeInput extends MutationInput {
  @Field(() => String, { description: 'Title, at most 100 characters.' })
  title!: string;

  @Field(() => String, { description: 'The words, at most 20000 characters. They can never be changed.' })
  body!: string;

  @Field(() => String, { description: 'Kind of notice as the tenant names it, for example 项目公示; at most 50 characters.' })
  kind!: string;

  @Field(() => ID, { nullable: true, description: 'The unit that speaks; the project’s, or the whole tenant, when left out.' })
  orgUnit?: string | null;

  @Field(() => ID, { nullable: true, description: 'The project that it is about.' })
  project?: string | null;

  @Field(() => ID, { nullable: true, description: 'The notice that it corrects.' })
  corrects?: string | null;
}
