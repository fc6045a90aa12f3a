import { holdersAt, nearest, ofRecords } from '@weixiang/core';
import { pathsOf, type ConsumedEvent, type NotificationKind, type Recipients, type Transaction } from '@weixiang/kernel';
import { Attendance } from '../attendance/attendance.entity.js';
import { Certificate } from '../certificates/certificate.entity.js';
import { Enrolment, EnrolmentState } from '../enrolments/enrolment.entity.js';
import { PickUpAlert } from '../pickups/pick-up-alert.entity.js';

/** Whoever has a place in the term of the lesson. */
async function whoComes(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const terms = [...new Set(events.map(({ payload }) => String(payload?.['term'] ?? '')).filter(Boolean))];
  const places = await tx.em.find(Enrolment, { term: { id: { $in: terms } }, state: EnrolmentState.CONFIRMED }, { fields: ['guardian', 'term'] });
  return new Map(
    events.map(({ id, payload }) => [id, [...new Set(places.filter(({ term }) => term.id === payload?.['term']).map(({ guardian }) => guardian.id))].map((person) => ({ person }))]),
  );
}

const subjects = (events: readonly ConsumedEvent[]) => ({ id: { $in: events.map(({ subjectId }) => subjectId) } });

/** The guardian of the child that was handed over. */
async function guardiansOfAttendance(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const lines = await tx.em.find(Attendance, subjects(events), { fields: ['guardian'] });
  return ofRecords(events, new Map(lines.map(({ id, guardian }) => [id, guardian.id])));
}

/** Whom a certificate is about. */
async function guardiansOfCertificate(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const issued = await tx.em.find(Certificate, subjects(events), { fields: ['guardian'] });
  return ofRecords(events, new Map(issued.map(({ id, guardian }) => [id, guardian.id])));
}

/** Who runs the course, and whoever teaches it. */
async function whoKnowsTheChild(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const alerts = new Map((await tx.em.find(PickUpAlert, subjects(events), { fields: ['teacher'] })).map((alert) => [alert.id, alert]));
  const near = await nearest('attendance.mark')(tx, events);
  return new Map(
    events.map(({ id, subjectId }) => {
      const teacher = alerts.get(subjectId)?.teacher;
      return [id, [...(near.get(id) ?? []), ...(teacher ? [{ person: teacher.id }] : [])]];
    }),
  );
}

async function supervisors(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const paths = await pathsOf(tx.em, tx.tenant.id, 'PickUpAlert', events.map(({ subjectId }) => subjectId));
  return holdersAt(tx, 'pickUp.supervise', new Map(events.map(({ id, subjectId }) => [id, paths.get(subjectId) ?? null])));
}

/** What people are told of lessons, of children on their way home, and of certificates. */
export const lessonNotifications: readonly NotificationKind[] = [
  {
    name: 'lesson.changed',
    label: { zh: '上课时间有变动', en: 'A lesson was moved or cancelled' },
    one: { zh: '有一次课改期或停课，请看新的安排', en: 'A lesson was moved or cancelled; please look at the timetable' },
    events: ['lesson.moved', 'lesson.cancelled'],
    recipients: whoComes,
  },
  {
    name: 'attendance.handedOver',
    label: { zh: '孩子已被接走', en: 'My child was collected' },
    one: { zh: '孩子已经交接，请看接走的人', en: 'Your child was handed over; see to whom' },
    events: ['attendance.handedOver'],
    recipients: guardiansOfAttendance,
  },
  {
    name: 'pickUp.overdue',
    label: { zh: '有孩子没被接走', en: 'A child was not collected' },
    one: { zh: '下课后有孩子没有交接，请马上核实', en: 'A child was not handed over after the lesson; please see to it now' },
    many: { zh: '有 {count} 个孩子没有交接，请马上核实', en: '{count} children were not handed over; please see to it now' },
    events: ['pickUp.overdue'],
    recipients: whoKnowsTheChild,
  },
  {
    name: 'pickUp.escalated',
    label: { zh: '未接走提醒报到我这里', en: 'A child not collected is passed up to me' },
    one: { zh: '有孩子未接走，一直没有处理，报到您这里', en: 'A child was not collected and nobody has dealt with it: it has come up to you' },
    events: ['pickUp.escalated'],
    recipients: supervisors,
  },
  {
    name: 'certificate.issued',
    label: { zh: '结业证书发下来了', en: 'A certificate was issued' },
    one: { zh: '结业证书已经发放，可以下载', en: 'The certificate was issued; you can download it' },
    events: ['certificate.issued'],
    recipients: guardiansOfCertificate,
  },
];
