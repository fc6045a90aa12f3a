import { pathsOf, type ConsumedEvent, type NotificationKind, type Recipient, type Recipients, type Transaction } from '@weixiang/kernel';
import { holdersAt, nearest } from '../notifications/recipients.js';
import { Wish } from './wish.entity.js';
import { WishState } from './wish.enums.js';

/** Every event that carries an answer to the wisher. */
const answers = ['wish.accepted', 'wish.answered', 'wish.declined', 'wish.gathered', 'wish.listed', 'wish.unlisted', 'wish.merged', 'wish.inProject', 'wish.freed'];

/** Whoever made the wish, and whoever made one that was merged into it: each is told about the own one. */
async function wishers(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const ids = [...new Set(events.map(({ subjectId }) => subjectId))];
  const keys = ids.map((id) => [tx.tenant.id, id] as const);
  const wishes = await tx.em.find(Wish, { $or: [{ id: { $in: ids } }, { mergedInto: keys }] }, { fields: ['wisher', 'mergedInto'] });
  const own = (id: string): Recipient[] =>
    wishes.flatMap((wish) => ((wish.id === id || wish.mergedInto?.id === id) && wish.wisher ? [{ person: wish.wisher.id, subjectId: wish.id }] : []));
  return new Map(events.map(({ id, subjectId }) => [id, own(subjectId)]));
}

/** Of the wishes that nobody has answered, whoever answers at their unit. */
async function answerers(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const waiting = await tx.em.find(Wish, { id: { $in: events.map(({ subjectId }) => subjectId) }, state: WishState.SUBMITTED }, { fields: ['state'] });
  return nearest('wish.answer')(tx, events.filter(({ subjectId }) => waiting.some(({ id }) => id === subjectId)));
}

/** Whoever answers at the unit that the wish went up to. */
async function answerersAbove(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const unitOf = ({ payload }: ConsumedEvent): string => String(payload?.['orgUnit'] ?? '');
  const paths = await pathsOf(tx.em, tx.tenant.id, 'OrgUnit', events.map(unitOf).filter(Boolean));
  return holdersAt(tx, 'wish.answer', new Map(events.map((event) => [event.id, paths.get(unitOf(event)) ?? null])));
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
