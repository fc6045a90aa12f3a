import { reach, within, type DefineAbilities } from '@weixiang/kernel';

/**
 * Whom a guardian named is for the guardian and for who holds the lessons; what went wrong goes to
 * who runs the course, then to the supervisor, who hears which lesson it was and whom to ask, and not which child.
 */
export const pickUpAbilities: DefineAbilities = (actor, { can }) => {
  can('read', 'PickUpPerson', { orgPath: within(reach(actor, 'attendance.mark')) });
  can('reveal', 'PickUpPerson', { orgPath: within(reach(actor, 'enrolment.reveal')), isLocked: false });
  can(['read', 'resolve'], 'PickUpAlert', { orgPath: within(reach(actor, 'attendance.mark')) });
  can(['read', 'resolve'], 'PickUpAlert', { orgPath: within(reach(actor, 'pickUp.supervise')), isEscalated: true });
  if (actor.personId === null) return;
  can(['read', 'remove'], 'PickUpPerson', { guardian: actor.personId });
  for (const whoHolds of [{ teacher: actor.personId }, { standIn: actor.personId }]) {
    can('read', 'PickUpPerson', whoHolds);
    can('reveal', 'PickUpPerson', { ...whoHolds, isLocked: false });
  }
  can('read', 'PickUpAlert', { guardian: actor.personId });
  can(['read', 'resolve'], 'PickUpAlert', { teacher: actor.personId });
};
