import { reach, within, type DefineAbilities } from '@weixiang/kernel';

/** Who holds a lesson keeps its list; guardians and learners see their own, and check in themselves by the room's code. */
export const attendanceAbilities: DefineAbilities = (actor, { can }) => {
  can('read', 'Attendance', { orgPath: within(reach(actor, 'enrolment.read')) });
  can('reveal', 'Attendance', { orgPath: within(reach(actor, 'enrolment.reveal')), isLocked: false });
  can('attend', 'Lesson', { orgPath: within(reach(actor, 'attendance.mark')) });
  if (actor.personId === null) return;
  can('read', 'Attendance', { guardian: actor.personId });
  for (const whoHolds of [{ teacher: actor.personId }, { standIn: actor.personId }]) {
    can('read', 'Attendance', whoHolds);
    can('reveal', 'Attendance', { ...whoHolds, isLocked: false });
  }
  can('attend', 'Lesson', { teacher: actor.personId });
  can(['showCode', 'checkIn', 'namePickUp'], 'Enrolment', { guardian: actor.personId });
};
