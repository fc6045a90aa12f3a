import { LockMode } from '@mikro-orm/core';
import { Person } from '@weixiang/core';
import { refuse, requiredWords, type Transaction } from '@weixiang/kernel';
import { Attendance, AttendanceMark } from '../attendance/attendance.entity.js';
import type { Enrolment } from '../enrolments/enrolment.entity.js';
import { Lesson } from '../lessons/lesson.entity.js';
import { Term } from '../terms/term.entity.js';
import { PickUpAlert } from './pick-up-alert.entity.js';
import type { ResolvePickUpAlertInput } from './pick-up.inputs.js';

export const checkHandOverJobName = 'education.checkHandOver';
export const escalatePickUpJobName = 'education.escalatePickUp';

const minute = 60_000;

/** Has somebody look, some time after the lesson, whether every child was handed over. Asked for again it is asked for once. */
export async function watchHandOver(tx: Transaction, lesson: Lesson): Promise<void> {
  tx.enqueue({ name: checkHandOverJobName, payload: { lesson: lesson.id }, at: await dueAt(tx, lesson), key: `${checkHandOverJobName}:${lesson.id}` });
}

/** Raises an alert for each child that is still there. Bears a second run, and one that comes too early. */
export async function checkHandOver(tx: Transaction, lessonId: string): Promise<void> {
  const lesson = await tx.peek(Lesson, lessonId, LockMode.PESSIMISTIC_WRITE);
  if (!lesson || lesson.cancelledAt) return;
  const term = await tx.peek(Term, lesson.term.id);
  if ((await dueAt(tx, lesson)) > tx.now) return;
  const there = await tx.em.find(
    Attendance,
    { lesson, mark: { $in: [AttendanceMark.PRESENT, AttendanceMark.LATE] }, handedOverAt: null, enrolment: { isMinor: true } },
    { populate: ['enrolment'], orderBy: { id: 'asc' } },
  );
  const known = new Set((await tx.em.find(PickUpAlert, { lesson, resolvedAt: null })).map(({ enrolment }) => enrolment.id));
  for (const { enrolment } of there) {
    if (known.has(enrolment.id)) continue;
    const before = await tx.em.findOne(PickUpAlert, { lesson, enrolment });
    const alert = before ?? tx.create(PickUpAlert, { lesson, enrolment, guardian: enrolment.guardian, teacher: lesson.teacher ?? enrolment.teacher, orgUnit: lesson.orgUnit, orgPath: lesson.orgPath });
    // Handed over, and that taken back: the same child again, so the same alert is open again.
    if (before) Object.assign(before, { resolvedAt: null, resolvedBy: null, resolution: null });
    tx.announce('pickUp.overdue', alert, { lesson: lesson.id });
    const at = new Date(tx.now.getTime() + (term?.pickUpMinutes ?? 15) * minute);
    tx.enqueue({ name: escalatePickUpJobName, payload: { alert: alert.id }, at, key: `${escalatePickUpJobName}:${alert.id}` });
  }
}

/** Tells the supervisor of an alert that nobody settled, once. */
export async function escalatePickUp(tx: Transaction, alertId: string): Promise<void> {
  const alert = await tx.peek(PickUpAlert, alertId, LockMode.PESSIMISTIC_WRITE);
  if (!alert || alert.resolvedAt || alert.isEscalated) return;
  Object.assign(alert, { isEscalated: true, escalatedAt: tx.now });
  tx.announce('pickUp.escalated', alert, { lesson: alert.lesson.id });
}

/** Settles an alert with a word on where the child is. */
export async function resolvePickUpAlert(tx: Transaction, input: ResolvePickUpAlertInput): Promise<PickUpAlert> {
  const alert = await tx.load(PickUpAlert, input.id, 'resolve', input);
  if (alert.resolvedAt) throw refuse('ALERT_SETTLED', 'id');
  await settle(tx, alert, requiredWords(input.resolution, 'resolution', 500));
  return alert;
}

/** Settles the alert about this child after this lesson, if there is one. */
export async function settleAlert(tx: Transaction, lesson: Lesson, enrolment: Enrolment, resolution: string | null): Promise<void> {
  const alert = await tx.em.findOne(PickUpAlert, { lesson, enrolment, resolvedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (alert) await settle(tx, alert, resolution);
}

async function settle(tx: Transaction, alert: PickUpAlert, resolution: string | null): Promise<void> {
  alert.resolvedAt = tx.now;
  alert.resolvedBy = tx.actor.personId === null ? null : await tx.peek(Person, tx.actor.personId);
  alert.resolution = resolution;
  tx.announce('pickUp.resolved', alert);
}

async function dueAt(tx: Transaction, lesson: Lesson): Promise<Date> {
  const term = await tx.peek(Term, lesson.term.id);
  return new Date(lesson.endsAt.getTime() + (term?.pickUpMinutes ?? 15) * minute);
}
