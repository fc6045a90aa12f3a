import type { EvaluationQuery } from '../generated/graphql.js';

/** A month's evaluation as its page asks for it. */
export type FullRound = NonNullable<EvaluationQuery['evaluationRound']>;
