import type { ConsumedEvent, NotificationKind, Recipients, Transaction } from '@weixiang/kernel';
import { ofRecords } from '../notifications/recipients.js';
import { Import } from './import.entity.js';

/** Whoever sent the file. */
async function senders(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const runs = await tx.em.find(Import, { id: { $in: events.map(({ subjectId }) => subjectId) } }, { fields: ['startedBy'] });
  const people = new Map(runs.map(({ id, startedBy }) => [id, startedBy?.id]));
  return ofRecords(events, people);
}

/** What people are told of the ledgers that they sent. */
export const importNotifications: readonly NotificationKind[] = [
  {
    name: 'import.finished',
    label: { zh: '我提交的台账导入完了', en: 'A ledger of mine was imported' },
    one: { zh: '您提交的台账导入完了', en: 'The ledger that you sent was imported' },
    events: ['import.finished'],
    recipients: senders,
  },
  {
    name: 'import.failed',
    label: { zh: '我提交的台账导不进来', en: 'A ledger of mine could not be imported' },
    one: { zh: '您提交的台账导不进来', en: 'The ledger that you sent could not be imported' },
    events: ['import.failed'],
    recipients: senders,
  },
];
