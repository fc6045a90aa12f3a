import type { ConsumedEvent, CronDefinition, NotificationKind, Recipients, Transaction } from '@weixiang/kernel';
import { dateIn } from '@weixiang/shared';
import { ofRecords } from '../notifications/recipients.js';
import { tell } from '../notifications/tell.service.js';
import { Delegation } from './delegation.entity.js';
import { RoleAssignment } from './role-assignment.entity.js';

const toldDaysAhead = 7;

/** Whoever holds the role. */
async function holders(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const assignments = await tx.em.find(RoleAssignment, { id: { $in: events.map(({ subjectId }) => subjectId) } }, { fields: ['person'] });
  return ofRecords(events, new Map(assignments.map(({ id, person }) => [id, person.id])));
}

/** Whoever acts by a role that is lent. */
async function standIns(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const delegations = await tx.em.find(Delegation, { id: { $in: events.map(({ subjectId }) => subjectId) } }, { fields: ['person'] });
  return ofRecords(events, new Map(delegations.map(({ id, person }) => [id, person.id])));
}

const roleEnding: NotificationKind = {
  name: 'role.ending',
  label: { zh: '我的岗位快到期了', en: 'A role of mine is about to end' },
  one: { zh: '您的一个岗位七天内到期', en: 'A role of yours ends within seven days' },
  events: [],
  recipients: () => Promise.resolve(new Map()),
};

/** What people are told of their own roles. */
export const roleNotifications: readonly NotificationKind[] = [
  {
    name: 'role.granted',
    label: { zh: '我有了新的岗位', en: 'I was given a role' },
    one: { zh: '您有了新的岗位', en: 'You were given a role' },
    events: ['role.granted'],
    recipients: holders,
  },
  {
    name: 'role.revoked',
    label: { zh: '我的岗位结束了', en: 'A role of mine ended' },
    one: { zh: '您的一个岗位结束了', en: 'A role of yours ended' },
    events: ['role.revoked', 'role.ended'],
    recipients: holders,
  },
  {
    name: 'delegation.begun',
    label: { zh: '有人请我代理', en: 'I was lent a role' },
    one: { zh: '有人请您代理一个岗位', en: 'You were lent a role' },
    events: ['delegation.begun'],
    recipients: standIns,
  },
  {
    name: 'delegation.ended',
    label: { zh: '我的代理提前结束了', en: 'A role lent to me was called back' },
    one: { zh: '您的一个代理提前结束了', en: 'A role lent to you was called back' },
    events: ['delegation.ended'],
    recipients: standIns,
  },
  roleEnding,
];

/** Tells of roles that end in a week, once: a run a day finds each of them on one day. */
export const tellOfEndingRoles: CronDefinition = {
  name: 'role.ending',
  everyMinutes: 24 * 60,
  async run(tx) {
    const day = dateIn(new Date(tx.now.getTime() + toldDaysAhead * 86_400_000), tx.tenant.timeZone);
    const ending = await tx.em.find(RoleAssignment, { until: day }, { fields: ['person'] });
    await tell(tx, ending.map(({ id, person }) => ({ kind: roleEnding, person: person.id, subject: 'RoleAssignment', subjectId: id, at: tx.now })));
  },
};
