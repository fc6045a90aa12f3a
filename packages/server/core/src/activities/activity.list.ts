import { atLeast, atMost, DateScalar, defineList, descending, inSubtree, refersTo } from '@weixiang/kernel';
import { Activity } from './activity.entity.js';

/** Activities. */
export const activityList = defineList({
  of: () => Activity,
  name: 'Activity',
  filter: {
    project: refersTo('project', 'project', 'Only activities of this project.'),
    kind: refersTo('kind', 'term', 'Only activities of this kind.'),
    within: inSubtree('Only activities of this unit or below.'),
    from: atLeast('date', () => DateScalar, 'Only activities on this day or later.'),
    to: atMost('date', () => DateScalar, 'Only activities on this day or earlier.'),
  },
  sort: {
    NEWEST: descending('date', 'Latest first.'),
    VISITS: descending('visits', 'Most visits first.'),
  },
});
