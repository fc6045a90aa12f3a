import { reach, within, type DefineAbilities } from '@weixiang/kernel';

/**
 * Who may open it takes roles below; who opened it, and whose role it is, always see it. It is ended by who opened it, by who
 * could end the role itself (its holder who is back, the secretary above), and by who reviews. Nobody reviews their own.
 */
export const emergencyAbilities: DefineAbilities = (actor, { can, cannot }) => {
  can('take', 'RoleAssignment', { orgPath: within(reach(actor, 'emergency.open')) });
  can('read', 'EmergencyAccess', { orgPath: within(reach(actor, 'emergency.read')) });
  can('end', 'EmergencyAccess', { orgPath: within(reach(actor, 'role.grant')) });
  can(['end', 'review'], 'EmergencyAccess', { orgPath: within(reach(actor, 'emergency.review')) });
  if (actor.personId === null) return;
  can('read', 'EmergencyAccess', { holder: actor.personId });
  can(['read', 'end'], 'EmergencyAccess', { person: actor.personId });
  cannot('review', 'EmergencyAccess', { person: actor.personId });
};
