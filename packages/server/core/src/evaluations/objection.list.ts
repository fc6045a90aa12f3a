import { anyOf, ascending, defineList, descending, inSubtree, isActor, refersTo } from '@weixiang/kernel';
import { ObjectionState } from './evaluation.enums.js';
import { Objection } from './objection.entity.js';

/** Objections to grades. */
export const objectionList = defineList({
  of: () => Objection,
  name: 'Objection',
  filter: {
    state: anyOf('state', () => [ObjectionState], 'Only objections that stand like this.'),
    round: refersTo('round', 'round', 'Only objections to this evaluation.'),
    project: refersTo('project', 'project', 'Only objections about this project.'),
    within: inSubtree('Only objections about projects of this unit or below.'),
    isMine: isActor('person', 'true: only your own · false: only others’.'),
  },
  sort: {
    NEWEST: descending('createdAt', 'Latest first.'),
    OLDEST: ascending('createdAt', 'Longest waiting first.'),
  },
});
