import { MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType } from 'type-graphql';
import { AttendanceMark } from './attendance.entity.js';

@InputType({ description: 'The mark of one learner.' })
export class AttendanceMarkInput {
  @Field(() => ID, { description: 'The enrolment.' })
  enrolment!: string;

  @Field(() => AttendanceMark, { nullable: true, description: 'Whether the learner came; null takes the mark back.' })
  mark?: AttendanceMark | null;

  @Field(() => Date, { nullable: true, description: 'When it was marked, for what a phone without a network sends later; now when left out. Of two marks the later one stays.' })
  at?: Date | null;
}

@InputType({ description: 'Who came to a lesson.' })
export class MarkAttendanceInput extends MutationInput {
  @Field(() => ID, { description: 'The lesson; from an hour before it begins.' })
  lesson!: string;

  @Field(() => [AttendanceMarkInput], { description: 'Up to 200 marks.' })
  marks!: AttendanceMarkInput[];
}

@InputType({ description: 'For which lesson a code is shown.' })
export class MakeRoomCodeInput extends MutationInput {
  @Field(() => ID, { description: 'The lesson; from half an hour before it begins until it ends.' })
  lesson!: string;
}

@InputType({ description: 'Whose code the guardian’s phone shows.' })
export class MakeFamilyCodeInput extends MutationInput {
  @Field(() => ID, { description: 'One’s own enrolment, or one’s child’s.' })
  enrolment!: string;
}

@InputType({ description: 'The code that the room shows.' })
export class CheckInInput extends MutationInput {
  @Field(() => String, { description: 'The code.' })
  code!: string;

  @Field(() => ID, { nullable: true, description: 'For which of one’s enrolments in that term; may be left out when there is one. Refused with CHILD_AMBIGUOUS when there are several.' })
  enrolment?: string | null;
}

@InputType({ description: 'The code that a guardian’s phone shows.' })
export class ScanFamilyCodeInput extends MutationInput {
  @Field(() => ID, { description: 'The lesson to which the learner comes.' })
  lesson!: string;

  @Field(() => String, { description: 'The code.' })
  code!: string;
}
