import type { Kernel } from '../kernel.js';
import type { Tenant } from '../tenancy/tenant.entity.js';
import type { Transaction } from '../write/transaction.js';
import type { ConsumedEvent, EventConsumer } from './consumer.js';
import { ConsumerPlaces, lockPlaces, movePlaces } from './consumer-place.js';

const batchSize = 100;
/** How often an event is tried before it is parked. */
const mostTries = 5;

/** What a turn came to: more may wait, nothing does, or what failed is tried again at a time. */
export type TurnOutcome = 'more' | 'done' | { retryAt: Date };

/** A batch that failed; what it wrote is rolled back. */
class FailedBatch extends Error {
  constructor(
    readonly events: readonly ConsumedEvent[],
    cause: unknown,
  ) {
    super('A consumer failed.', { cause });
  }
}

/** What a turn of several came to: for whom more may wait, and who needs a turn apart. */
export interface TurnTogether {
  more: EventConsumer[];
  apart: EventConsumer[];
}

/**
 * One batch of several consumers of one tenant in one transaction, which is what it costs as long as nothing fails. Who has
 * not begun, has failed, or fails now (then nothing of this turn stays) is left to a turn apart.
 */
export async function takeTurnTogether(kernel: Kernel, tenant: Tenant, consumers: readonly EventConsumer[]): Promise<TurnTogether> {
  try {
    return await kernel.asSystem(tenant, 'consumers', (tx) => workTogether(tx, consumers));
  } catch (error) {
    kernel.log.warn({ err: error, tenantId: tenant.id }, 'consumers failed together; each is tried by itself');
    return { more: [], apart: [...consumers] };
  }
}

async function workTogether(tx: Transaction, consumers: readonly EventConsumer[]): Promise<TurnTogether> {
  const { places, events } = await lockPlaces(tx.em, tx.tenant.id, consumers.map(({ name }) => name), batchSize);
  const sound = new Map(places.flatMap(({ name, sequence, failures, aloneUntil }) => (failures === 0 && aloneUntil <= sequence ? [[name, sequence] as const] : [])));
  const last = events.at(-1)?.sequence ?? 0;
  const moving = consumers.filter(({ name }) => (sound.get(name) ?? last) < last);
  for (const consumer of moving) {
    await consume(tx, consumer, events.filter(({ sequence }) => sequence > (sound.get(consumer.name) ?? last)));
    await tx.em.flush();
  }
  if (moving.length > 0) await movePlaces(tx.em, tx.tenant.id, moving.map(({ name }) => name), last);
  return { more: events.length === batchSize ? moving : [], apart: consumers.filter(({ name }) => !sound.has(name)) };
}

/** One batch of one consumer of one tenant, in one transaction with the consumer's place. */
export async function takeTurn(kernel: Kernel, tenant: Tenant, consumer: EventConsumer): Promise<TurnOutcome> {
  try {
    return await kernel.asSystem(tenant, `consumer ${consumer.name}`, (tx) => workOn(tx, consumer, kernel.consumers.begins(tenant, consumer)));
  } catch (error) {
    if (!(error instanceof FailedBatch)) throw error;
    return noteFailure(kernel, tenant, consumer, error);
  }
}

/** Tries a parked event once more; false when nobody parked it. @throws whatever the consumer throws; it stays parked then. */
export function tryParked(kernel: Kernel, tenant: Tenant, consumer: EventConsumer, sequence: number): Promise<boolean> {
  return kernel.asSystem(tenant, `consumer ${consumer.name}`, async (tx) => {
    const places = new ConsumerPlaces(tx.em, tenant.id, consumer.name);
    await places.lock(); // in turn with what it does anyway
    if (!(await places.unpark(sequence))) return false;
    const [event] = await places.eventsAfter(sequence - 1, 1);
    if (event?.sequence === sequence) await consumer.consume(tx, [event]);
    return true;
  });
}

async function workOn(tx: Transaction, consumer: EventConsumer, begins: 'now' | 'first'): Promise<TurnOutcome> {
  const places = new ConsumerPlaces(tx.em, tx.tenant.id, consumer.name);
  const place = await places.lock();
  if (!place) {
    await places.begin(begins);
    return 'more'; // committed before the first batch, which may fail
  }
  if (place.retryAt && place.retryAt > tx.now) return { retryAt: place.retryAt };
  const size = place.failures > 0 || place.sequence < place.aloneUntil ? 1 : batchSize;
  const events = await places.eventsAfter(place.sequence, size);
  const last = events.at(-1);
  if (!last) return 'done';
  try {
    await consume(tx, consumer, events);
    await tx.settle();
  } catch (error) {
    throw new FailedBatch(events, error);
  }
  await places.moveTo(last.sequence);
  return events.length === size ? 'more' : 'done';
}

async function consume(tx: Transaction, consumer: EventConsumer, events: readonly ConsumedEvent[]): Promise<void> {
  const wanted = events.filter(({ name }) => consumer.wants?.(name) ?? true);
  if (wanted.length > 0) await consumer.consume(tx, wanted);
}

/** In a transaction of its own, since the consumer's was rolled back: several at once are tried one by one, one waits or is parked. */
async function noteFailure(kernel: Kernel, tenant: Tenant, consumer: EventConsumer, { events, cause }: FailedBatch): Promise<TurnOutcome> {
  const [first] = events;
  const last = events.at(-1);
  if (!first || !last) throw cause;
  return kernel.database.inTenant(tenant.id, async (em) => {
    const places = new ConsumerPlaces(em, tenant.id, consumer.name);
    const place = await places.lock();
    if (!place || place.sequence >= first.sequence) return 'more'; // another process was there meanwhile
    if (events.length > 1) {
      await places.tryAloneUntil(last.sequence);
      return 'more';
    }
    const failures = place.failures + 1;
    const about = { err: cause, tenantId: tenant.id, consumer: consumer.name, event: first.name, sequence: first.sequence };
    if (failures < mostTries) {
      const retryAt = new Date(kernel.clock.now().getTime() + waitMs(failures));
      kernel.log.warn(about, 'a consumer failed on an event; it is tried again');
      await places.retryAt(failures, retryAt);
      return { retryAt };
    }
    kernel.log.error(about, 'a consumer failed on an event for the last time; the event is parked for an operator');
    await places.park(first, problemOf(cause), kernel.clock.now());
    await places.moveTo(first.sequence);
    return 'more';
  });
}

/** 1, 4, 16, 64 seconds. */
function waitMs(failures: number): number {
  return 1000 * 4 ** (failures - 1);
}

/** The kind of failure alone: messages may quote the row. */
function problemOf(cause: unknown): string {
  const name = cause instanceof Error ? cause.constructor.name : typeof cause;
  const code: unknown = Object(cause).code;
  return typeof code === 'string' ? `${name} ${code}` : name;
}
