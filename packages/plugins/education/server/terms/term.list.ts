import { anyOf, ascending, atLeast, atMost, DateScalar, defineList, descending, inSubtree, refersTo } from '@weixiang/kernel';
import { Term, TermState } from './term.entity.js';

/** Terms. */
export const termList = defineList({
  of: () => Term,
  name: 'Term',
  filter: {
    course: refersTo('course', 'course', 'Only terms of this course.'),
    project: refersTo('project', 'project', 'Only terms of this project.'),
    within: inSubtree('Only terms of this unit or below.'),
    state: anyOf('state', () => [TermState], 'Only terms in one of these states.'),
    openForEnrolment: {
      type: () => Boolean,
      description: 'true: only terms that take requests now · false: only others.',
      test: { kind: 'sql', sql: ({ column }) => `${column('state')} = 'OPEN'` },
    },
    from: atLeast('endsOn', () => DateScalar, 'Only terms that end on this day or later.'),
    to: atMost('startsOn', () => DateScalar, 'Only terms that begin on this day or earlier.'),
  },
  sort: {
    NEWEST: descending('startsOn', 'Latest beginning first.'),
    SOONEST: ascending('startsOn', 'Earliest beginning first.'),
  },
});
