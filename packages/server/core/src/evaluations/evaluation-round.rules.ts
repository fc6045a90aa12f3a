import { evaluate, type Tally } from '@weixiang/shared';
import { Grade, type EvaluationRound } from './evaluation-round.entity.js';

/** The tallies of a round and what follows from them. */
export type RatedTallies = Pick<EvaluationRound, 'excellent' | 'good' | 'pass' | 'fail' | 'votes' | 'score' | 'grade' | 'satisfaction'>;

/** Score, grade and satisfaction of a round; null when nobody rated. */
export function rated({ EXCELLENT: excellent, GOOD: good, PASS: pass, FAIL: fail }: Tally): RatedTallies | null {
  const result = evaluate({ EXCELLENT: excellent, GOOD: good, PASS: pass, FAIL: fail });
  return result && { excellent, good, pass, fail, ...result, grade: Grade[result.grade] };
}

/** The month so many months before. `monthBefore('2026-01', 2) // '2025-11'` */
export function monthBefore(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const total = year * 12 + number - 1 - months;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`;
}
