import { MutationInput } from '@weixiang/kernel';
import { Field, InputType, Int, ObjectType } from 'type-graphql';

@ObjectType('EvaluationPolicy', { description: 'How projects are evaluated every month. A round keeps the policy that it began with.' })
export class EvaluationPolicyType {
  @Field(() => Int, { description: 'What the residents’ mean weighs in the grade.' })
  residentsWeight!: number;

  @Field(() => Int, { description: 'What the other parties’ mean weighs.' })
  othersWeight!: number;

  @Field(() => Int, { description: 'What the experts’ mean weighs.' })
  expertsWeight!: number;

  @Field(() => Int, { description: 'Ratings below which a round has no grade.' })
  quorum!: number;

  @Field(() => Int, { description: 'Least mean of “excellent”.' })
  excellentFrom!: number;

  @Field(() => Int, { description: 'Least mean of “good”.' })
  goodFrom!: number;

  @Field(() => Int, { description: 'Least mean of “pass”; below it is a fail.' })
  passFrom!: number;

  @Field(() => Int, { description: 'Days, from the first of the month, on which a round is open.' })
  daysOpen!: number;

  @Field(() => Int, { description: 'Days after publication on which a grade can be objected to.' })
  objectionDays!: number;

  @Field(() => Int, { description: 'Days that a correction is proposed to take.' })
  correctionDays!: number;
}

@InputType({ description: 'What changes in the policy of rounds to come; what is left out stays.' })
export class EditEvaluationPolicyInput extends MutationInput {
  @Field(() => Int, { nullable: true, description: 'The version of the tenant that you saw; refused with CHANGED_MEANWHILE when there is a newer one.' })
  version?: number | null;

  @Field(() => Int, { nullable: true, description: 'What the residents’ mean weighs in the grade, 0–100.' })
  residentsWeight?: number | null;

  @Field(() => Int, { nullable: true, description: 'What the other parties’ mean weighs, 0–100.' })
  othersWeight?: number | null;

  @Field(() => Int, { nullable: true, description: 'What the experts’ mean weighs, 0–100.' })
  expertsWeight?: number | null;

  @Field(() => Int, { nullable: true, description: 'Ratings below which a round has no grade, 1–1000.' })
  quorum?: number | null;

  @Field(() => Int, { nullable: true, description: 'Least mean of “excellent”, 1–100.' })
  excellentFrom?: number | null;

  @Field(() => Int, { nullable: true, description: 'Least mean of “good”, below that of “excellent”.' })
  goodFrom?: number | null;

  @Field(() => Int, { nullable: true, description: 'Least mean of “pass”, below that of “good”.' })
  passFrom?: number | null;

  @Field(() => Int, { nullable: true, description: 'Days, from the first of the month, on which a round is open, 1–28.' })
  daysOpen?: number | null;

  @Field(() => Int, { nullable: true, description: 'Days after publication on which a grade can be objected to, 1–30.' })
  objectionDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'Days that a correction is proposed to take, 1–180.' })
  correctionDays?: number | null;
}
