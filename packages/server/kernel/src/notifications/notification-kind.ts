import type { Text } from '@weixiang/shared';
import type { ConsumedEvent } from '../events/consumer.js';
import type { Transaction } from '../write/transaction.js';

/** Somebody who is told. */
export interface Recipient {
  /** UUID of the person. */
  person: string;
  /** UUID of the record that it is about for this person, when it is another one of the kind's `about` than the event's. */
  subjectId?: string;
}

/** Who is told of an event, by the event's id. */
export type Recipients = ReadonlyMap<string, readonly Recipient[]>;

/**
 * One kind of thing that people are told. It holds no words of a record: the reader reads those, as far as the reader
 * may at that moment, through the record that it refers to.
 */
export interface NotificationKind {
  /** `wish.answered`; people choose by it which ones they want. */
  name: string;
  /** What the kind is called in a list of preferences: 心愿有了答复. */
  label: Text;
  /** What is said of one: “您的心愿有了答复”. */
  one: Text;
  /** What is said of `{count}` that came together; when left out, each stands by itself. */
  many?: Text;
  /** Path in the console at which many of one kind are looked at, and one whose record has no page: `/wishes`. */
  page?: string;
  /** The same in the portal: `/education/enrolments`. */
  portalPage?: string;
  /** Nobody can choose not to be told, and who did it is told too: somebody else may have their account. */
  isAlwaysTold?: true;
  /** Names of the events that it is about. Empty for what a cron or a service tells by itself. */
  events: readonly string[];
  /** Whom each event of a batch is told to; by permission and unit, never by the name of a role. Who did it is left out, unless it is always told. */
  recipients(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients>;
}
