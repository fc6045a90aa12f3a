import { ascending, defineList, inSubtree, refersTo, searched } from '@weixiang/kernel';
import { Person } from './person.entity.js';

/** People. */
export const personList = defineList({
  of: () => Person,
  name: 'Person',
  filter: {
    orgUnit: refersTo('orgUnit', 'unit', 'Only people who live or work at this very unit.'),
    within: inSubtree('Only people at this unit or below.'),
    search: searched('Only people whose name you may see and that a search for these words finds.'),
  },
  sort: { NAME: ascending('name', 'By name.') },
});
