import { reach, within, type DefineAbilities } from '@weixiang/kernel';

/**
 * Everybody keeps their own; what is shared is read by who holds a role at the very unit. Who manages the unit may remove
 * what somebody left behind, and changes nobody's.
 */
export const savedFilterAbilities: DefineAbilities = (actor, { can }) => {
  if (actor.personId === null) return;
  const staffed = actor.grants.filter(({ permissions }) => permissions.has('filter.save')).map(({ orgUnitId }) => orgUnitId);
  if (staffed.length === 0) return;
  can('saveFilter', 'OrgUnit', { id: { $in: staffed } });
  can(['read', 'edit', 'remove'], 'SavedFilter', { owner: actor.personId });
  can('read', 'SavedFilter', { isShared: true, orgUnit: { $in: staffed } });
  const managed = within(reach(actor, 'organisation.manage'));
  can(['read', 'remove'], 'SavedFilter', { isShared: true, orgPath: managed });
};
