import { DateScalar, defineList, descending, inSubtree, isActor, refersTo } from '@weixiang/kernel';
import { Delegation } from './delegation.entity.js';

/** Roles lent for a time. */
export const delegationList = defineList({
  of: () => Delegation,
  name: 'Delegation',
  filter: {
    orgUnit: refersTo('orgUnit', 'unit', 'Only of roles at this very unit.'),
    within: inSubtree('Only of roles at this unit or below.'),
    person: refersTo('person', 'person', 'Only those lent to this person.'),
    isMine: isActor('person', 'true: only those lent to you.'),
    lastsOn: {
      type: () => DateScalar,
      description: 'Only those that last on this day or begin later.',
      test: { kind: 'sql', sql: ({ column, value }) => `${column('until')} >= ${value}` },
    },
  },
  sort: { SINCE: descending('since', 'Latest first.') },
});
