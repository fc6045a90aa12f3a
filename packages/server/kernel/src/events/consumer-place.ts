import type { EntityManager } from '@mikro-orm/postgresql';
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

/** The kernel's table of places, for one consumer of one tenant, inside a transaction. */
export class ConsumerPlaces {
  constructor(
    private readonly em: EntityManager,
    private readonly tenantId: string,
    private readonly consumer: string,
  ) {}

  /** The place, locked until the transaction ends; null where the consumer has not begun. */
  async lock(): Promise<ConsumerPlace | null> {
    const [row] = await this.em.execute<{ sequence: string; failures: number; alone_until: string; retry_at: Date | string | null }[]>(
      'select sequence, failures, alone_until, retry_at from event_consumer where tenant_id = ? and name = ? for update',
      [this.tenantId, this.consumer],
    );
    if (!row) return null;
    return { sequence: Number(row.sequence), failures: row.failures, aloneUntil: Number(row.alone_until), retryAt: row.retry_at === null ? null : new Date(row.retry_at) };
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
    return rows.map((row) => ({
      id: row.id,
      sequence: Number(row.sequence),
      name: row.name,
      subject: row.subject,
      subjectId: row.subject_id,
      actorId: row.actor_id,
      at: new Date(row.created_at),
      payload: row.payload,
    }));
  }
}

interface EventRow {
  id: string;
  sequence: string;
  name: string;
  subject: string;
  subject_id: string;
  actor_id: string | null;
  created_at: Date | string;
  payload: Record<string, unknown> | null;
}
