import type { DefineAbilities } from '@weixiang/kernel';

/** What one was told is one's own; nobody else sees that one was told, whatever their role. */
export const notificationAbilities: DefineAbilities = (actor, { can }) => {
  if (actor.personId !== null) can('read', 'Notification', { person: actor.personId });
};
