import { anyOf, ascending, defineList, descending, refersTo, searched } from '@weixiang/kernel';
import { Notice } from './notice.entity.js';

/** The public series of notices. */
export const noticeList = defineList({
  of: () => Notice,
  name: 'Notice',
  filter: {
    kind: anyOf('kind', () => [String], 'Only notices of one of these kinds.'),
    project: refersTo('project', 'project', 'Only notices about this project.'),
    orgUnit: refersTo('orgUnit', 'unit', 'Only notices of this unit.'),
    round: refersTo('round', 'round', 'Only notices about this evaluation.'),
    corrects: refersTo('corrects', 'notice', 'Only corrections of this notice.'),
    search: searched('Only notices that a search for these words or this number finds.'),
  },
  sort: {
    NEWEST: descending('number', 'Latest first.'),
    OLDEST: ascending('number', 'Earliest first.'),
  },
});
