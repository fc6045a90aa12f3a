import { TextType } from '@weixiang/kernel';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'That somebody looked at sensitive values which concern you, on one day for one purpose.' })
export class Disclosure {
  @Field(() => String, { description: 'Who looked; the law owes the name to whom the values concern.' })
  reader!: string;

  @Field(() => [TextType], { description: 'Roles that they held on that day.' })
  roles!: TextType[];

  @Field(() => [String], { description: 'Units at which they held them.' })
  units!: string[];

  @Field(() => String, { description: 'Why, as they stated it.' })
  purpose!: string;

  @Field(() => Date, { description: 'When they last looked on that day.' })
  at!: Date;

  @Field(() => Int, { description: 'How often on that day.' })
  times!: number;

  @Field(() => Boolean, { description: 'Whether they had taken another’s role in an emergency when they looked, once at least.' })
  isInEmergency!: boolean;

  @Field(() => [ID], { description: 'Which of the records that were asked for they looked at.' })
  records!: string[];

  @Field(() => [String], { description: 'Which fields.' })
  fields!: string[];
}
