import { reach, within, type DefineAbilities } from '@weixiang/kernel';

/** Where a lesson is held is public with it; who opens courses adds rooms to their units. */
export const roomAbilities: DefineAbilities = (actor, { can }) => {
  can('read', 'Room');
  can('addRoom', 'OrgUnit', { orgPath: within(reach(actor, 'course.open')) });
};
