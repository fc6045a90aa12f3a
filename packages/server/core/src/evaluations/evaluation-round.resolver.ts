import { payloadOf, type RequestContext } from '@weixiang/kernel';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { EvaluationRound } from './evaluation-round.entity.js';
import { RecordEvaluationRoundInput } from './evaluation-round.inputs.js';
import { recordEvaluationRound } from './evaluation-round.service.js';

const EvaluationRoundPayload = payloadOf('EvaluationRoundPayload', { evaluationRound: { type: () => EvaluationRound, description: 'The round.' } });

@Resolver()
export class EvaluationRoundMutations {
  @Mutation(() => EvaluationRoundPayload, { description: 'Records one month’s evaluation of a project.' })
  recordEvaluationRound(
    @Arg('input', () => RecordEvaluationRoundInput, { description: 'The tallies.' }) input: RecordEvaluationRoundInput,
    @Ctx() { write }: RequestContext,
  ) {
    return write('recordEvaluationRound', input, async (tx) => ({ evaluationRound: await recordEvaluationRound(tx, input) }));
  }
}
