import { type Actor, holdsAt, type Loaded, Needs, overseen, payloadOf, type RequestContext, type Write, Writes } from '@weixiang/kernel';
import { votesOf, type EvaluationPolicy } from '@weixiang/shared';
import { Arg, Ctx, Field, FieldResolver, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { RatingParty } from './evaluation.enums.js';
import { editEvaluationPolicy, policyOf } from './evaluation-policy.service.js';
import { EditEvaluationPolicyInput, EvaluationPolicyType } from './evaluation-policy.type.js';
import { EvaluationRound } from './evaluation-round.entity.js';
import { RecordEvaluationRoundInput } from './evaluation-round.inputs.js';
import { recordEvaluationRound } from './evaluation-round.service.js';

const EvaluationRoundPayload = payloadOf('EvaluationRoundPayload', { evaluationRound: { type: () => EvaluationRound, description: 'The round.' } });

const PolicyPayload = payloadOf('EvaluationPolicyPayload', { evaluationPolicy: { type: () => EvaluationPolicyType, description: 'The policy of rounds to come.' } });

@ObjectType({ description: 'How one party rated.' })
export class PartyTally {
  @Field(() => RatingParty, { description: 'The party.' })
  party!: RatingParty;

  @Field(() => Int, { description: 'Ratings “excellent”.' })
  excellent!: number;

  @Field(() => Int, { description: 'Ratings “good”.' })
  good!: number;

  @Field(() => Int, { description: 'Ratings “pass”.' })
  pass!: number;

  @Field(() => Int, { description: 'Ratings “fail”.' })
  fail!: number;

  @Field(() => Int, { description: 'Ratings of this party in all.' })
  votes!: number;
}

@Resolver()
export class EvaluationRoundMutations {
  @Mutation(() => EvaluationRoundPayload, { description: 'Records one month’s evaluation of a project.' })
  recordEvaluationRound(
    @Arg('input', () => RecordEvaluationRoundInput, { description: 'The tallies.' }) input: RecordEvaluationRoundInput,
    @Writes() write: Write,
  ) {
    return write('recordEvaluationRound', input, async (tx) => ({ evaluationRound: await recordEvaluationRound(tx, input) }));
  }

  @Query(() => EvaluationPolicyType, { description: 'How projects are evaluated in rounds to come.' })
  evaluationPolicy(@Ctx() { tenant }: RequestContext): EvaluationPolicy {
    return policyOf(tenant);
  }

  @Mutation(() => PolicyPayload, { description: 'Changes how projects are evaluated in rounds to come; those that have begun keep their policy. Tenant administrators only.' })
  editEvaluationPolicy(@Arg('input', () => EditEvaluationPolicyInput, { description: 'What changes.' }) input: EditEvaluationPolicyInput, @Ctx() context: RequestContext, @Writes() write: Write) {
    return write('editEvaluationPolicy', input, async (tx) => ({ evaluationPolicy: await editEvaluationPolicy(tx, context.kernel, input) }));
  }
}

@Resolver(() => EvaluationRound)
export class EvaluationRoundFields {
  @FieldResolver(() => EvaluationPolicyType, { nullable: true, description: 'The policy that it began with; null for tallies that were recorded or imported.' })
  @Needs(() => EvaluationRound, ['ownPolicy'])
  policy(@Root() { $: { ownPolicy } }: Loaded<EvaluationRound>): EvaluationPolicy | null {
    return ownPolicy;
  }

  @FieldResolver(() => [PartyTally], { nullable: true, description: 'How each party rated, for staff; null until it is closed, and for tallies that were recorded or imported.' })
  @Needs(() => EvaluationRound, ['tallies', 'orgPath', 'projectType'])
  parties(@Root() { $: { tallies, orgPath, projectType } }: Loaded<EvaluationRound>, @Ctx() { actor }: RequestContext): PartyTally[] | null {
    // One expert’s rating would stand alone in it: it is for staff.
    if (!tallies || !isReaderOf(actor, { orgPath, projectType })) return null;
    return Object.values(RatingParty).map((party) => {
      const { EXCELLENT: excellent, GOOD: good, PASS: pass, FAIL: fail } = tallies[party];
      return { party, excellent, good, pass, fail, votes: votesOf(tallies[party]) };
    });
  }
}

function isReaderOf(actor: Actor, { orgPath, projectType }: Pick<EvaluationRound, 'orgPath' | 'projectType'>): boolean {
  return holdsAt(actor, 'evaluation.read', orgPath) || overseen(actor, 'evaluation.read').includes(projectType);
}
