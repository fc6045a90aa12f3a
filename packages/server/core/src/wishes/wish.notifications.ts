import { arrayText, pathsOf, prepared, type ConsumedEvent, type NotificationKind, type Recipient, type Recipients, type Transaction } from '@weixiang/kernel';
import { holdersAt, nearest } from '../notifications/recipients.js';
import { WishState } from './wish.enums.js';

/** Every event that carries an answer to the wisher. */
const answers = ['wish.accepted', 'wish.answered', 'wish.declined', 'wish.gathered', 'wish.listed', 'wish.unlisted', 'wish.merged', 'wish.inProject', 'wish.freed'];

const made = prepared(`select id, wisher_id, merged_into_id from wish
  where tenant_id = ? and wisher_id is not null and (id = any(?::uuid[]) or merged_into_id = any(?::uuid[]))`);

/** Whoever made the wish, and whoever made one that was merged into it: each is told about the own one. */
async function wishers(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const ids = subjectsOf(events);
  const wishes = await tx.em.execute<{ id: string; wisher_id: string; merged_into_id: string | null }[]>(made, [tx.tenant.id, ids, ids]);
  const own = (id: string): Recipient[] => wishes.flatMap((wish) => (wish.id === id || wish.merged_into_id === id ? [{ person: wish.wisher_id, subjectId: wish.id }] : []));
  return new Map(events.map(({ id, subjectId }) => [id, own(subjectId)]));
}

const waiting = prepared(`select id, org_path from wish where tenant_id = ? and id = any(?::uuid[]) and state = '${WishState.SUBMITTED}'`);

/** Of the wishes that nobody has answered, whoever answers at their unit. */
async function answerers(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const wishes = await tx.em.execute<{ id: string; org_path: string }[]>(waiting, [tx.tenant.id, subjectsOf(events)]);
  const paths = new Map(wishes.map(({ id, org_path: path }) => [id, path]));
  return holdersAt(tx, 'wish.answer', new Map(events.map(({ id, subjectId }) => [id, paths.get(subjectId) ?? null])));
}

/** Whoever answers at the unit that the wish went up to. */
async function answerersAbove(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const unitOf = ({ payload }: ConsumedEvent): string => String(payload?.['orgUnit'] ?? '');
  const paths = await pathsOf(tx.em, tx.tenant.id, 'OrgUnit', events.map(unitOf).filter(Boolean));
  return holdersAt(tx, 'wish.answer', new Map(events.map((event) => [event.id, paths.get(unitOf(event)) ?? null])));
}

/** The records that events are about. */
function subjectsOf(events: readonly ConsumedEvent[]): string {
  return arrayText([...new Set(events.map(({ subjectId }) => subjectId))]);
}

/** What people are told of wishes. */
export const wishNotifications: readonly NotificationKind[] = [
  {
    name: 'wish.answered',
    label: { zh: '我的心愿有了答复', en: 'My wish was answered' },
    one: { zh: '您的心愿有了答复', en: 'Your wish was answered' },
    events: answers,
    recipients: wishers,
  },
  {
    name: 'wish.resultAsked',
    label: { zh: '我的心愿办成了，请我确认', en: 'My wish was fulfilled, and I am asked to confirm' },
    one: { zh: '您的心愿办好了，请您看看办成没有', en: 'Your wish was fulfilled. Is it done?' },
    events: ['wish.fulfilled'],
    recipients: wishers,
  },
  {
    name: 'wish.waiting',
    label: { zh: '心愿等我答复', en: 'A wish waits for my answer' },
    one: { zh: '有一条心愿等您答复', en: 'A wish waits for your answer' },
    many: { zh: '有 {count} 条心愿等您答复', en: '{count} wishes wait for your answer' },
    page: '/wishes',
    events: ['wish.submitted', 'wish.assigned'],
    recipients: answerers,
  },
  {
    name: 'wish.escalated',
    label: { zh: '心愿逾期，升级到我这里', en: 'A late wish came up to me' },
    one: { zh: '有一条心愿逾期未答，升级到您这里', en: 'A wish nobody answered in time came up to you' },
    many: { zh: '有 {count} 条心愿逾期未答，升级到您这里', en: '{count} wishes nobody answered in time came up to you' },
    page: '/wishes',
    events: ['wish.escalated'],
    recipients: answerersAbove,
  },
  {
    name: 'wish.notDone',
    label: { zh: '居民说还没办成', en: 'A resident says it is not done' },
    one: { zh: '居民说心愿还没办成', en: 'A resident says that the wish is not done yet' },
    events: ['wish.notDone'],
    recipients: nearest('wish.fulfil'),
  },
];
