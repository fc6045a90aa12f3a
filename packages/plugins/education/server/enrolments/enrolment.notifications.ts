import { nearest, ofRecords } from '@weixiang/core';
import type { ConsumedEvent, NotificationKind, Recipients, Transaction } from '@weixiang/kernel';
import { Enrolment } from './enrolment.entity.js';

/** Whoever enrolled. */
async function guardians(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const enrolments = await tx.em.find(Enrolment, { id: { $in: events.map(({ subjectId }) => subjectId) } }, { fields: ['guardian'] });
  return ofRecords(events, new Map(enrolments.map(({ id, guardian }) => [id, guardian.id])));
}

/** What people are told of enrolments; who the learner is stands in the record alone. */
export const enrolmentNotifications: readonly NotificationKind[] = [
  {
    name: 'enrolment.decided',
    label: { zh: '我的报名有了结果', en: 'My enrolment was decided' },
    one: { zh: '您的报名有了结果', en: 'Your enrolment was decided' },
    events: ['enrolment.confirmed', 'enrolment.declined', 'enrolment.lapsed'],
    portalPage: '/education/enrolments',
    recipients: guardians,
  },
  {
    name: 'enrolment.offered',
    label: { zh: '候补的班次有了名额', en: 'A place came free for me' },
    one: { zh: '您候补的班次有了名额，请在期限内确认', en: 'A place came free for you; please confirm it in time' },
    events: ['enrolment.offered'],
    portalPage: '/education/enrolments',
    recipients: guardians,
  },
  {
    name: 'enrolment.waiting',
    label: { zh: '有人报名，等我确认', en: 'An enrolment waits for me' },
    one: { zh: '有一份报名等您确认', en: 'An enrolment waits for you' },
    many: { zh: '有 {count} 份报名等您确认', en: '{count} enrolments wait for you' },
    events: ['enrolment.requested'],
    recipients: nearest('enrolment.confirm'),
  },
];
