import type { EntityManager } from '@mikro-orm/postgresql';
import { arrayText } from '../database/array-text.js';
import { withNext } from '../database/gathered.js';
import { prepared } from '../database/prepared.js';
import type { ConsumedEvent } from './consumer.js';

/** How far a consumer is in a tenant. */
export interface ConsumerPlace {
  /** Number of the last event that is done. */
  sequence: number;
  /** How often the next event has failed. */
  failures: number;
  /** Up to here events are tried one by one. */
  aloneUntil: number;
  retryAt: Date | null;
}

/** A place of several that are taken at once. */
export interface NamedPlace extends ConsumerPlace {
  name: string;
}

/**
 * The places of several consumers, locked until the transaction ends, and the events after the first of those that are not
 * held up by a failure. Consumers that have not begun are not among them.
 */
export async function lockPlaces(em: EntityManager, tenantId: string, names: readonly string[], limit: number): Promise<{ places: NamedPlace[]; events: ConsumedEvent[] }> {
  const [row] = await em.execute<{ places: PlaceRow[] | null; events: EventRow[] | null }[]>(
    prepared(`with place as (
        select name, sequence, failures, alone_until, retry_at from event_consumer where tenant_id = ?::uuid and name = any(?::text[]) order by name for update
      ), waiting as (
        select id, sequence, name, subject, subject_id, actor_id, created_at, payload from event
        where tenant_id = ?::uuid and sequence > (select min(sequence) from place where failures = 0 and alone_until <= sequence) order by sequence limit ?::int
      )
      select (select json_agg(place) from place) as places, (select json_agg(waiting order by waiting.sequence) from waiting) as events`),
    [tenantId, arrayText(names), tenantId, limit],
  );
  return { places: (row?.places ?? []).map((place) => ({ name: place.name, ...placeOf(place) })), events: (row?.events ?? []).map(eventOf) };
}

/** Everything up to this number is done by these. */
export async function movePlaces(em: EntityManager, tenantId: string, names: readonly string[], sequence: number): Promise<void> {
  await em.execute(withNext(prepared('update event_consumer set sequence = ? where tenant_id = ? and name = any(?::text[])')), [sequence, tenantId, arrayText(names)]);
}

/** The kernel's table of places, for one consumer of one tenant, inside a transaction. */
export class ConsumerPlaces {
  constructor(
    private readonly em: EntityManager,
    private readonly tenantId: string,
    private readonly consumer: string,
  ) {}

  /** The place, locked until the transaction ends; null where the consumer has not begun. */
  async lock(): Promise<ConsumerPlace | null> {
    const [row] = await this.em.execute<PlaceRow[]>(
      'select name, sequence, failures, alone_until, retry_at from event_consumer where tenant_id = ? and name = ? for update',
      [this.tenantId, this.consumer],
    );
    return row ? placeOf(row) : null;
  }

  /** Begins after the events that are there, or at the first. Whoever comes second finds it begun. */
  async begin(at: 'now' | 'first'): Promise<void> {
    const [last] = await this.em.execute<{ sequence: string | null }[]>('select max(sequence) as sequence from event where tenant_id = ?', [this.tenantId]);
    const sequence = at === 'first' ? 0 : Number(last?.sequence ?? 0);
    await this.em.execute('insert into event_consumer (tenant_id, name, sequence) values (?, ?, ?) on conflict do nothing', [this.tenantId, this.consumer, sequence]);
  }

  /** Everything up to this number is done. */
  async moveTo(sequence: number): Promise<void> {
    await this.em.execute('update event_consumer set sequence = ?, failures = 0, retry_at = null where tenant_id = ? and name = ?', [sequence, this.tenantId, this.consumer]);
  }

  /** The events up to this number failed together: from now on each is tried by itself. */
  async tryAloneUntil(sequence: number): Promise<void> {
    await this.em.execute('update event_consumer set alone_until = ? where tenant_id = ? and name = ?', [sequence, this.tenantId, this.consumer]);
  }

  /** The next event failed once more; it waits. */
  async retryAt(failures: number, at: Date): Promise<void> {
    await this.em.execute('update event_consumer set failures = ?, retry_at = ? where tenant_id = ? and name = ?', [failures, at, this.tenantId, this.consumer]);
  }

  /** Puts an event aside, with the kind of its failure. */
  async park({ sequence, name }: ConsumedEvent, problem: string, at: Date): Promise<void> {
    await this.em.execute(
      'insert into parked_event (tenant_id, consumer, sequence, name, problem, parked_at) values (?, ?, ?, ?, ?, ?) on conflict do nothing',
      [this.tenantId, this.consumer, sequence, name, problem, at],
    );
  }

  /** Takes a parked event back, if it is there and nobody else did. */
  async unpark(sequence: number): Promise<boolean> {
    const taken = await this.em.execute<{ sequence: string }[]>(
      'delete from parked_event where tenant_id = ? and consumer = ? and sequence = ? returning sequence',
      [this.tenantId, this.consumer, sequence],
    );
    return taken.length > 0;
  }

  /** The next events after a number, at most so many. */
  async eventsAfter(sequence: number, limit: number): Promise<ConsumedEvent[]> {
    const rows = await this.em.execute<EventRow[]>(
      `select id, sequence, name, subject, subject_id, actor_id, created_at, payload from event
       where tenant_id = ? and sequence > ? order by sequence limit ${limit}`,
      [this.tenantId, sequence],
    );
    return rows.map(eventOf);
  }
}

interface PlaceRow {
  name: string;
  sequence: string | number;
  failures: number;
  alone_until: string | number;
  retry_at: Date | string | null;
}

function placeOf(row: PlaceRow): ConsumerPlace {
  return { sequence: Number(row.sequence), failures: row.failures, aloneUntil: Number(row.alone_until), retryAt: row.retry_at === null ? null : new Date(row.retry_at) };
}

function eventOf(row: EventRow): ConsumedEvent {
  return {
    id: row.id,
    sequence: Number(row.sequence),
    name: row.name,
    subject: row.subject,
    subjectId: row.subject_id,
    actorId: row.actor_id,
    at: new Date(row.created_at),
    payload: row.payload,
  };
}

interface EventRow {
  id: string;
  sequence: string | number;
  name: string;
  subject: string;
  subject_id: string;
  actor_id: string | null;
  created_at: Date | string;
  payload: Record<string, unknown> | null;
}
