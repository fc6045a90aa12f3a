import { reach, within, type DefineAbilities } from '@weixiang/kernel';
import { conditionsOf } from '../projects/project.abilities.js';

/** A photo shows to whom its record shows, hidden ones to staff and to the wisher; one that waits, to its uploader alone. */
export const photoAbilities: DefineAbilities = (actor, { can }) => {
  const ofWish = { wish: { $ne: null } };
  const ofActivity = { activity: { $ne: null } };
  can('read', 'Photo', { isPublic: true, isHidden: false });
  can('read', 'Photo', { ...ofWish, orgPath: within(reach(actor, 'wish.read')) });
  for (const condition of conditionsOf(actor, 'activity.read', 'projectType')) can('read', 'Photo', { ...ofActivity, ...condition });
  can('hide', 'Photo', { attachedAt: { $ne: null }, orgPath: within(reach(actor, 'photo.hide')) });
  if (actor.personId === null) return;
  can('read', 'Photo', { wisher: actor.personId });
  can(['read', 'attach', 'discard'], 'Photo', { uploader: actor.personId, attachedAt: null });
};
