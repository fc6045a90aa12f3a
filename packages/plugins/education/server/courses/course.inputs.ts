import { EditInput, MutationInput } from '@weixiang/kernel';
import { Field, Float, ID, InputType } from 'type-graphql';
import { CourseAudience } from './course.entity.js';

@InputType({ description: 'A course of an education project.' })
export class OpenCourseInput extends MutationInput {
  @Field(() => ID, { description: 'The project.' })
  project!: string;

  @Field(() => String, { description: 'Name, at most 100 characters.' })
  name!: string;

  @Field(() => CourseAudience, { description: 'For whom it is.' })
  audience!: CourseAudience;

  @Field(() => Float, { nullable: true, description: 'Fee of a term in yuan, at most two decimals; 0 when it is free.' })
  fee?: number | null;

  @Field(() => String, { nullable: true, description: 'Where it is held, at most 100 characters.' })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'Who teaches, as it is made public; at most 50 characters.' })
  teacherName?: string | null;
}

@InputType({ description: 'What changes on a course; what is left out stays.' })
export class EditCourseInput extends EditInput {
  @Field(() => String, { nullable: true, description: 'Name, at most 100 characters.' })
  name?: string | null;

  @Field(() => CourseAudience, { nullable: true, description: 'For whom it is.' })
  audience?: CourseAudience | null;

  @Field(() => Float, { nullable: true, description: 'Fee of a term in yuan, at most two decimals; null when nobody has said.' })
  fee?: number | null;

  @Field(() => String, { nullable: true, description: 'Where it is held, at most 100 characters.' })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'Who teaches, as it is made public; at most 50 characters.' })
  teacherName?: string | null;
}
