import { evaluate, evaluateParties, settingsOf, votesOf, type EvaluationPolicy, type Tally } from '@weixiang/shared';
import { Grade, RatingParty } from './evaluation.enums.js';
import type { EvaluationRound } from './evaluation-round.entity.js';

/** How many gave each rating. */
export type RatedTally = Tally;

/** The tallies of a round and what follows from them. */
export type RatedTallies = Pick<EvaluationRound, 'excellent' | 'good' | 'pass' | 'fail' | 'votes' | 'score' | 'grade' | 'satisfaction'> & Partial<Pick<EvaluationRound, 'residentVotes'>>;

/** Ratings below which their distribution is not made public: it would tell who gave which. */
export const fewestToTell = 5;

/** Score, grade and satisfaction of tallies; null when nobody rated. */
export function rated(tally: Tally): RatedTallies | null {
  const result = evaluate(tally);
  return result && { ...countsOf(tally), ...result, grade: Grade[result.grade] };
}

/**
 * What a round's ratings come to by the policy that it began with: each party's mean of 100/80/60/0 counts by its weight
 * (domain.md, Step 4, EvaluationRound); a party of which nobody rated does not count. Below the quorum there are counts
 * and no grade. Ratings of a party without weight are counted among those in all.
 */
export function counted(tallies: Record<RatingParty, Tally>, policy: EvaluationPolicy): RatedTallies {
  const all = Object.values(tallies).reduce(added, nobody);
  const counts = { ...countsOf(all), votes: votesOf(all), residentVotes: votesOf(tallies.RESIDENT) };
  const result = evaluateParties(
    [
      { tally: tallies.RESIDENT, weight: policy.residentsWeight },
      { tally: tallies.OTHER, weight: policy.othersWeight },
      { tally: tallies.EXPERT, weight: policy.expertsWeight },
    ],
    settingsOf(policy),
  );
  if (!result || counts.votes < policy.quorum) return { ...counts, score: null, grade: null, satisfaction: null };
  return { ...counts, score: result.score, grade: Grade[result.grade], satisfaction: (counts.votes - counts.fail) / counts.votes };
}

/** No ratings. */
export const nobody: Tally = { EXCELLENT: 0, GOOD: 0, PASS: 0, FAIL: 0 };

function added(one: Tally, other: Tally): Tally {
  return { EXCELLENT: one.EXCELLENT + other.EXCELLENT, GOOD: one.GOOD + other.GOOD, PASS: one.PASS + other.PASS, FAIL: one.FAIL + other.FAIL };
}

function countsOf({ EXCELLENT: excellent, GOOD: good, PASS: pass, FAIL: fail }: Tally) {
  return { excellent, good, pass, fail };
}

/** The month so many months before. `monthBefore('2026-01', 2) // '2025-11'` */
export function monthBefore(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const total = year * 12 + number - 1 - months;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`;
}
