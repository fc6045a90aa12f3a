import { type ConsumedEvent, type NotificationKind, type Recipients, type Transaction } from '@weixiang/kernel';
import { dateIn } from '@weixiang/shared';
import { nearestHolders } from '../people/holders.js';
import { RoleAssignment } from '../people/role-assignment.entity.js';
import { EmergencyAccess } from './emergency-access.entity.js';

const page = '/emergencies';

/**
 * Whoever it concerns: who opened it (somebody else may have their account), everybody who holds the role at that unit, who
 * heads the unit above, and who reviews.
 */
async function concerned(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const opened = await accessesOf(tx, events);
  const above = await nearestHolders(tx, 'role.grant', opened.map(({ orgPath }) => parentOf(orgPath)));
  const reviewers = await nearestHolders(tx, 'emergency.review', opened.map(({ orgPath }) => orgPath));
  const people = new Map<string, readonly string[]>();
  for (const access of opened) {
    const { id, person, orgPath } = access;
    people.set(id, [person.id, ...(await holdersOf(tx, access)), ...(above.get(parentOf(orgPath)) ?? []), ...(reviewers.get(orgPath) ?? [])]);
  }
  return recipientsOf(events, people);
}

/** Who opened it, and whose role it was. */
async function partakers(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const opened = await accessesOf(tx, events);
  return recipientsOf(events, new Map(opened.map(({ id, person, holder }) => [id, [person.id, holder.id]])));
}

function accessesOf(tx: Transaction, events: readonly ConsumedEvent[]): Promise<EmergencyAccess[]> {
  return tx.em.find(EmergencyAccess, { id: { $in: events.map(({ subjectId }) => subjectId) } }, { populate: ['assignment'] });
}

/** Everybody who holds the role at the unit today. */
async function holdersOf(tx: Transaction, { assignment: { role, orgUnit } }: EmergencyAccess): Promise<string[]> {
  const today = dateIn(tx.now, tx.tenant.timeZone);
  const held = await tx.em.find(RoleAssignment, { role, orgUnit, since: { $lte: today }, $or: [{ until: null }, { until: { $gte: today } }] }, { fields: ['person'] });
  return held.map(({ person }) => person.id);
}

function recipientsOf(events: readonly ConsumedEvent[], people: ReadonlyMap<string, readonly string[]>): Recipients {
  return new Map(events.map(({ id, subjectId }) => [id, [...new Set(people.get(subjectId) ?? [])].map((person) => ({ person }))]));
}

/** The root has nobody above and asks itself. */
function parentOf(path: string): string {
  const end = path.lastIndexOf('.');
  return end < 0 ? path : path.slice(0, end);
}

/** What people are told of emergency access; nobody chooses not to be. */
export const emergencyNotifications: readonly NotificationKind[] = [
  {
    name: 'emergency.opened',
    label: { zh: '有人打开了紧急访问', en: 'Emergency access was opened' },
    one: { zh: '有人打开了紧急访问，请看理由和期限', en: 'Somebody opened emergency access. See why, and until when' },
    page,
    isAlwaysTold: true,
    events: ['emergency.opened'],
    recipients: concerned,
  },
  {
    name: 'emergency.over',
    label: { zh: '紧急访问结束了', en: 'Emergency access is over' },
    one: { zh: '一次紧急访问结束了，等待复核', en: 'An emergency access is over and waits for its review' },
    page,
    isAlwaysTold: true,
    events: ['emergency.ended', 'emergency.ranOut'],
    recipients: concerned,
  },
  {
    name: 'emergency.reviewed',
    label: { zh: '紧急访问复核了', en: 'Emergency access was reviewed' },
    one: { zh: '一次紧急访问有了复核结论', en: 'An emergency access was reviewed' },
    page,
    isAlwaysTold: true,
    events: ['emergency.reviewed'],
    recipients: partakers,
  },
];
