import { anyOf, ascending, defineList, descending, inSubtree, isActor, refersTo } from '@weixiang/kernel';
import { ID } from 'type-graphql';
import { Enrolment, EnrolmentState } from './enrolment.entity.js';

/** Enrolments. */
export const enrolmentList = defineList({
  of: () => Enrolment,
  name: 'Enrolment',
  filter: {
    ids: { type: () => [ID], description: 'Only these enrolments.', test: { kind: 'refers', property: 'id', prefix: 'enrolment', many: true } },
    term: refersTo('term', 'courseterm', 'Only enrolments in this term.'),
    project: refersTo('project', 'project', 'Only enrolments in courses of this project.'),
    within: inSubtree('Only enrolments of this unit or below.'),
    state: anyOf('state', () => [EnrolmentState], 'Only enrolments in one of these states.'),
    mine: isActor('guardian', 'true: only your own and your children’s · false: only others.'),
  },
  sort: {
    NEWEST: descending('createdAt', 'Latest request first.'),
    OLDEST: ascending('createdAt', 'Earliest request first: the order of the waiting list.'),
  },
});
