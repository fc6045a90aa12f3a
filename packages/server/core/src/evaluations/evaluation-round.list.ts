import { anyOf, ascending, atLeast, atMost, defineList, descending, inSubtree, refersTo } from '@weixiang/kernel';
import { Grade, RoundState } from './evaluation.enums.js';
import { EvaluationRound } from './evaluation-round.entity.js';

/** Monthly evaluations. */
export const evaluationRoundList = defineList({
  of: () => EvaluationRound,
  name: 'EvaluationRound',
  filter: {
    project: refersTo('project', 'project', 'Only rounds of this project.'),
    within: inSubtree('Only rounds of projects of this unit or below.'),
    grade: anyOf('grade', () => [Grade], 'Only rounds with one of these grades.'),
    state: anyOf('state', () => [RoundState], 'Only rounds that stand like this.'),
    from: atLeast('month', () => String, 'Only rounds of this month (YYYY-MM) or later.'),
    to: atMost('month', () => String, 'Only rounds of this month (YYYY-MM) or earlier.'),
  },
  sort: {
    NEWEST: descending('month', 'Latest month first.'),
    CLOSING: ascending('closesAt', 'The one that closes first, first.'),
    OLDEST: ascending('month', 'Earliest month first.'),
    WORST: ascending('score', 'Lowest mean first.'),
  },
});
