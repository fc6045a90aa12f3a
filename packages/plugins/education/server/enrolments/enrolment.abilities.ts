import { reach, within, type DefineAbilities } from '@weixiang/kernel';

/** What staff may do to enrolments of their subtree, and the permission it takes. */
const deeds = { read: 'enrolment.read', confirm: 'enrolment.confirm', decline: 'enrolment.confirm', withdraw: 'enrolment.withdraw' } as const;

/** A guardian sees and withdraws their own; staff those of their subtree, a teacher those of their terms, a stand-in those of the lesson that is on; who learns shows to few, and never when it is locked. */
export const enrolmentAbilities: DefineAbilities = (actor, { can }) => {
  for (const [deed, permission] of Object.entries(deeds)) can(deed, 'Enrolment', { orgPath: within(reach(actor, permission)) });
  can('reveal', 'Enrolment', { orgPath: within(reach(actor, 'enrolment.reveal')), isLocked: false });
  if (actor.personId === null) return;
  for (const whoHolds of [{ teacher: actor.personId }, { standIn: actor.personId }]) {
    can('read', 'Enrolment', whoHolds);
    can('reveal', 'Enrolment', { ...whoHolds, isLocked: false });
  }
  can(['read', 'accept', 'withdraw', 'giveConsent', 'withdrawConsent'], 'Enrolment', { guardian: actor.personId });
};
