import { DateScalar, MutationInput } from '@weixiang/kernel';
import { Field, Float, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'An activity that took place.' })
export class RecordActivityInput extends MutationInput {
  @Field(() => ID, { description: 'The project.' })
  project!: string;

  @Field(() => ID, { description: 'Kind of activity, a term of the vocabulary.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: 'Name, at most 100 characters.' })
  name?: string | null;

  @Field(() => DateScalar, { description: 'Day, not after today.' })
  date!: string;

  @Field(() => String, { nullable: true, description: 'Where, at most 100 characters.' })
  place?: string | null;

  @Field(() => Int, { description: 'Visits: everybody who came; 0 is legal.' })
  visits!: number;

  @Field(() => Int, { nullable: true, description: 'Visits of minors among them; 0 when left out.' })
  minors?: number | null;

  @Field(() => Float, { nullable: true, description: 'What was achieved beside visits, counted in `quantityUnit`.' })
  quantity?: number | null;

  @Field(() => String, { nullable: true, description: 'What the quantity counts, for example 棵; at most 20 characters.' })
  quantityUnit?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Photos that you sent to /t/:tenant/photos, in their order, at most six.' })
  photos?: string[] | null;
}
