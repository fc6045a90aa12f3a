import { anyOf, ascending, defineList, descending, inSubtree, isActor, refersTo } from '@weixiang/kernel';
import { EmergencyAccess } from './emergency-access.entity.js';
import { EmergencyState } from './emergency-access.enums.js';

/** Roles taken in emergencies, open and past. */
export const emergencyAccessList = defineList({
  of: () => EmergencyAccess,
  name: 'EmergencyAccess',
  filter: {
    state: anyOf('state', () => [EmergencyState], 'Only those that are this far.'),
    orgUnit: refersTo('orgUnit', 'unit', 'Only of roles at this very unit.'),
    within: inSubtree('Only of roles at this unit or below.'),
    person: refersTo('person', 'person', 'Only those that this person opened.'),
    isMine: isActor('person', 'true: only those that you opened · false: only others’.'),
  },
  sort: {
    NEWEST: descending('createdAt', 'Latest first.'),
    OLDEST: ascending('createdAt', 'Longest ago first.'),
  },
});
