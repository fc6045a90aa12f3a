import { ascending, contains, defineList, inSubtree, refersTo } from '@weixiang/kernel';
import { Person } from './person.entity.js';

/** People. */
export const personList = defineList({
  of: () => Person,
  name: 'Person',
  filter: {
    orgUnit: refersTo('orgUnit', 'unit', 'Only people who live or work at this very unit.'),
    within: inSubtree('Only people at this unit or below.'),
    search: contains(['name'], 'Only people whose name contains these characters.'),
  },
  sort: { NAME: ascending('name', 'By name.') },
});
