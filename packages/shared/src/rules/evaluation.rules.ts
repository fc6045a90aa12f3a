import type { Grade } from '../vocabulary/project.vocabulary.js';

/** How many gave each rating. */
export type Tally = Readonly<Record<Grade, number>>;

/** The tenant's settings of a grade; the defaults are domain.md's, from the two districts' accounts (一月一评). */
export interface EvaluationSettings {
  /** What a rating counts in the mean. */
  readonly points: Readonly<Record<Grade, number>>;
  /** The least mean of each grade that has one; below the last it is a fail. */
  readonly thresholds: { readonly excellent: number; readonly good: number; readonly pass: number };
}

/** Excellent 100, good 80, pass 60, fail 0; ≥ 85 excellent, ≥ 70 good, ≥ 60 pass. */
export const EVALUATION_DEFAULTS: EvaluationSettings = {
  points: { EXCELLENT: 100, GOOD: 80, PASS: 60, FAIL: 0 },
  thresholds: { excellent: 85, good: 70, pass: 60 },
};

/** The result of one round, of one project. */
export interface EvaluationResult {
  readonly votes: number;
  /** Weighted mean, 0–100, not rounded. */
  readonly score: number;
  readonly grade: Grade;
  /** Share of ratings that are not fail, 0–1. */
  readonly satisfaction: number;
}

/** The ratings of one party (residents, other parties, experts) and what they weigh in the mean. */
export interface PartyTally {
  readonly tally: Tally;
  readonly weight: number;
}

/**
 * Grade and satisfaction of a tally; null when nobody rated.
 * @example evaluate({ EXCELLENT: 34, GOOD: 12, PASS: 6, FAIL: 0 }) // { votes: 52, score: 90.77, grade: 'EXCELLENT', satisfaction: 1 }
 */
export function evaluate(tally: Tally, settings: EvaluationSettings = EVALUATION_DEFAULTS): EvaluationResult | null {
  return evaluateParties([{ tally, weight: 1 }], settings);
}

/**
 * The same over several parties: each party's mean counts by its weight, a party that did not rate does not count.
 * Satisfaction is taken over all ratings, unweighted. Null when nobody rated.
 */
export function evaluateParties(
  parties: readonly PartyTally[],
  settings: EvaluationSettings = EVALUATION_DEFAULTS,
): EvaluationResult | null {
  const rated = parties.filter(({ tally, weight }) => votesOf(tally) > 0 && weight > 0);
  const votes = rated.reduce((sum, { tally }) => sum + votesOf(tally), 0);
  if (votes === 0) return null;
  const weight = rated.reduce((sum, party) => sum + party.weight, 0);
  const score = rated.reduce((sum, party) => sum + meanOf(party.tally, settings) * (party.weight / weight), 0);
  const fails = rated.reduce((sum, { tally }) => sum + tally.FAIL, 0);
  return { votes, score, grade: gradeOf(score, settings), satisfaction: (votes - fails) / votes };
}

/** How many rated. `votesOf({ EXCELLENT: 1, GOOD: 2, PASS: 0, FAIL: 1 }) // 4` */
export function votesOf(tally: Tally): number {
  return tally.EXCELLENT + tally.GOOD + tally.PASS + tally.FAIL;
}

/** The grade of a mean. `gradeOf(84.99) // 'GOOD'` */
export function gradeOf(score: number, { thresholds }: EvaluationSettings = EVALUATION_DEFAULTS): Grade {
  // A mean of thirds may miss a threshold by the last bit of a float; that is not the residents' verdict.
  const atLeast = (threshold: number): boolean => score >= threshold - 1e-9;
  if (atLeast(thresholds.excellent)) return 'EXCELLENT';
  if (atLeast(thresholds.good)) return 'GOOD';
  return atLeast(thresholds.pass) ? 'PASS' : 'FAIL';
}

function meanOf(tally: Tally, { points }: EvaluationSettings): number {
  const sum = tally.EXCELLENT * points.EXCELLENT + tally.GOOD * points.GOOD + tally.PASS * points.PASS + tally.FAIL * points.FAIL;
  return sum / votesOf(tally);
}
