import type { Transaction } from '../write/transaction.js';

/** An event as consumers get it: numbered, in the tenant's order. */
export interface ConsumedEvent {
  /** UUID. */
  id: string;
  /** Number in the tenant's chain. */
  sequence: number;
  /** `wish.accepted`, `wish.changed`. */
  name: string;
  /** Subject of the registry: `Wish`. */
  subject: string;
  /** UUID of the record. */
  subjectId: string;
  /** UUID of who did it; null for the product itself and for nobody. */
  actorId: string | null;
  at: Date;
  /** What was announced with it; null once a person in it was erased. */
  payload: Readonly<Record<string, unknown>> | null;
}

/**
 * A consumer of a tenant's events. It gets each one it wants in the order of their numbers; its place moves in the same
 * transaction as what it writes, so that this happens exactly once whatever is killed, and by one process at a time.
 * An event that fails again and again is parked after five tries, and the next ones go on; operators see it.
 *
 * What it does outside the transaction may happen twice: enqueue a job for that.
 *
 * @example
 * ```ts
 * const countAnswers: EventConsumer = {
 *   name: 'wishes.countAnswers',
 *   begins: 'first',
 *   wants: (name) => name === 'wish.answered',
 *   consume: (tx, events) => addAnswers(tx, events.map(({ subjectId }) => subjectId)),
 * };
 * ```
 */
export interface EventConsumer {
  /** `<feature>.<what>`: unique over all features, and never changed, since the place is kept under it. */
  name: string;
  /** Where it begins in a tenant that had events before it had the consumer: after the last of them, or at the first. */
  begins: 'now' | 'first';
  /** Whether it wants events of this name; every one when left out. */
  wants?(name: string): boolean;
  /** Works on a batch, as the product itself. @throws anything: the batch is tried again, then each event by itself. */
  consume(tx: Transaction, events: readonly ConsumedEvent[]): Promise<void>;
}
