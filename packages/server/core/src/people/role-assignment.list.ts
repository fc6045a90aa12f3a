import { atLeast, defineList, descending, equals, inSubtree, DateScalar, refersTo } from '@weixiang/kernel';
import { RoleAssignment } from './role-assignment.entity.js';

/** Roles held. */
export const roleAssignmentList = defineList({
  of: () => RoleAssignment,
  name: 'RoleAssignment',
  filter: {
    orgUnit: refersTo('orgUnit', 'unit', 'Only roles at this very unit.'),
    within: inSubtree('Only roles at this unit or below.'),
    role: equals('role', () => String, 'Only this role.'),
    holdsOn: {
      type: () => DateScalar,
      description: 'Only roles held on this day or later.',
      test: { kind: 'sql', sql: ({ column, value }) => `coalesce(${column('until')} >= ${value}, true)` },
    },
    partner: refersTo('partner', 'partner', 'Only roles that speak for this partner.'),
    since: atLeast('since', () => DateScalar, 'Only roles that begin on this day or later.'),
  },
  sort: { SINCE: descending('since', 'Latest first.') },
});
