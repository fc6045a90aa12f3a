import { reach, within, type DefineAbilities } from '@weixiang/kernel';

/** Staff read what is planned for and was done to their units; who manages units plans there. */
export const reorganisationAbilities: DefineAbilities = (actor, { can }) => {
  can('read', 'Reorganisation', { orgPath: within(reach(actor, 'organisation.read')) });
  const managed = { orgPath: within(reach(actor, 'organisation.manage')) };
  can('reorganise', 'OrgUnit', managed);
};
