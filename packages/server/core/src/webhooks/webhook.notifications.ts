import type { NotificationKind, Transaction } from '@weixiang/kernel';
import { rootUnit } from '../organisation/org-unit.service.js';
import { nearestHolders } from '../people/holders.js';

const kind: NotificationKind = {
  name: 'webhook.stopped',
  label: { zh: '对外推送停了', en: 'A webhook was stopped' },
  one: { zh: '一个对外推送多次送不到，已经停下', en: 'A webhook failed too often and was stopped' },
  page: '/settings/webhooks',
  events: [],
  recipients: () => Promise.resolve(new Map()),
};

/** That a subscription was stopped: its owner is told, and who looks after such. */
export const webhookStopped = {
  kind,
  async people(tx: Transaction, ownerId: string): Promise<string[]> {
    const { orgPath } = await rootUnit(tx);
    const keepers = (await nearestHolders(tx, 'webhook.manage', [orgPath])).get(orgPath) ?? [];
    return [...new Set([ownerId, ...keepers])];
  },
};
