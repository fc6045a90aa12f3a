import { ascending, defineList, descending, equals, having, inSubtree, refersTo, searched } from '@weixiang/kernel';
import { Person } from './person.entity.js';
import { roleAssignmentList } from './role-assignment.list.js';

/** People. */
export const personList = defineList({
  of: () => Person,
  name: 'Person',
  filter: {
    orgUnit: refersTo('orgUnit', 'unit', 'Only people who live or work at this very unit.'),
    within: inSubtree('Only people at this unit or below.'),
    search: searched('Only people whose name you may see and that a search for these words finds.'),
    phone: equals('phone', () => String, 'Only people with this very telephone number, as far as you may see it.'),
    holds: having(() => roleAssignmentList, 'person', 'Only people with a role that this filter finds and that you may see.'),
    isClosed: equals('isClosed', () => Boolean, 'true: only people whose account is closed · false: only the others.'),
  },
  sort: { NAME: ascending('name', 'By name.'), NAME_LAST: descending('name', 'By name, the last first.') },
});
