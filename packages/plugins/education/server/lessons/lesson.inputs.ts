import { DateScalar, EditInput, MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Lessons of a term, week by week. What is left out is as the term says.' })
export class PlanLessonsInput extends MutationInput {
  @Field(() => ID, { description: 'The term.' })
  term!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day.' })
  to?: string | null;

  @Field(() => [Int], { nullable: true, description: 'Days of the week, 1 (Monday) to 7 (Sunday).' })
  weekdays?: number[] | null;

  @Field(() => String, { nullable: true, description: 'When a lesson begins, local time, for example 16:30.' })
  startsAt?: string | null;

  @Field(() => String, { nullable: true, description: 'When a lesson ends, local time, for example 18:00.' })
  endsAt?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who teaches; must be free at all these times.' })
  teacher?: string | null;

  @Field(() => ID, { nullable: true, description: 'The room; must be free at all these times.' })
  room?: string | null;

  @Field(() => [DateScalar], { nullable: true, description: 'Days that fall out, beside the public holidays.' })
  skip?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether public holidays fall out; yes when left out.' })
  skipsHolidays?: boolean | null;
}

@InputType({ description: 'Another time, teacher or room for one lesson; what is left out stays.' })
export class MoveLessonInput extends EditInput {
  @Field(() => Date, { nullable: true, description: 'When it begins.' })
  startsAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it ends, on the same day.' })
  endsAt?: Date | null;

  @Field(() => ID, { nullable: true, description: 'Who teaches; null for nobody yet.' })
  teacher?: string | null;

  @Field(() => ID, { nullable: true, description: 'The room; null for none yet.' })
  room?: string | null;

  @Field(() => String, { description: 'Why, at most 200 characters; everybody who comes is told.' })
  notice!: string;
}

@InputType({ description: 'Which lesson is not held, and why.' })
export class CancelLessonInput extends EditInput {
  @Field(() => String, { description: 'Why, at most 200 characters; everybody who comes is told.' })
  notice!: string;
}
