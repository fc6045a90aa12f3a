import { DateScalar, EditInput, MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'A term of a course.' })
export class OpenTermInput extends MutationInput {
  @Field(() => ID, { description: 'The course.' })
  course!: string;

  @Field(() => String, { description: 'Name, at most 100 characters.' })
  name!: string;

  @Field(() => DateScalar, { description: 'First day.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'Last day, not before the first and not past.' })
  endsOn!: string;

  @Field(() => [Int], { description: 'Days of the week on which it meets, 1 (Monday) to 7 (Sunday); at least one.' })
  weekdays!: number[];

  @Field(() => String, { nullable: true, description: 'When a lesson begins, local time, for example 16:30.' })
  startsAt?: string | null;

  @Field(() => String, { nullable: true, description: 'When a lesson ends, local time, for example 18:00.' })
  endsAt?: string | null;

  @Field(() => Int, { description: 'Seats, 1 to 1,000.' })
  capacity!: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether it takes requests from now on; yes when left out. Otherwise it is planned, and the step `open` opens it.' })
  takesRequests?: boolean | null;
}

@InputType({ description: 'What changes on a term; what is left out stays.' })
export class EditTermInput extends EditInput {
  @Field(() => String, { nullable: true, description: 'Name, at most 100 characters.' })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: 'Seats, 1 to 1,000, not fewer than are taken. More seats go to those who wait, in their order.' })
  capacity?: number | null;

  @Field(() => Int, { nullable: true, description: 'Hours that a guardian has to accept a place that came free, 1 to 168.' })
  acceptWithinHours?: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes after a lesson until which children are to be handed over, 5 to 120.' })
  pickUpMinutes?: number | null;

  @Field(() => ID, { nullable: true, description: 'Who teaches it; null for nobody. Who teaches sees who learns, for a stated purpose, and takes attendance.' })
  teacher?: string | null;
}

@InputType({ description: 'A step of a term.' })
export class StepTermInput extends EditInput {
  @Field(() => String, { description: 'Name of the step, as `availableSteps` gives it.' })
  step!: string;

  @Field(() => String, { nullable: true, description: 'Why, at most 500 characters; required to cancel, and told to everybody who enrolled.' })
  reason?: string | null;
}
