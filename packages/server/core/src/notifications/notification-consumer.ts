import { indexOf, type ConsumedEvent, type EventConsumer, type NotificationKind, type Transaction } from '@weixiang/kernel';
import { tell, type Told } from './tell.service.js';

/** Tells people what the enabled features declare, from the moment on at which there is somebody to tell. */
export const notificationConsumer: EventConsumer = {
  name: 'notifications.tell',
  begins: 'now',
  async consume(tx, events) {
    const kinds = [...indexOf(tx.features).notifications.values()];
    const told = await Promise.all(kinds.map((kind) => toldBy(tx, kind, events)));
    await tell(tx, told.flat());
  },
};

async function toldBy(tx: Transaction, kind: NotificationKind, events: readonly ConsumedEvent[]): Promise<Told[]> {
  const about = events.filter(({ name }) => kind.events.includes(name));
  if (about.length === 0) return [];
  const recipients = await kind.recipients(tx, about);
  return about.flatMap(({ id, subject, subjectId, at, actorId }) =>
    (recipients.get(id) ?? [])
      .filter(({ person }) => kind.isAlwaysTold || person !== actorId) // who did it knows
      .map(({ person, subjectId: own }) => ({ kind, person, subject, subjectId: own ?? subjectId, at })),
  );
}
