import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '../database/database.js';
import type { Logger } from '../log.js';

/** Channel on which other processes learn that a tenant has new events: `<tenant id> <last number>`. */
export const eventChannel = 'weixiang_event';

interface Unnumbered {
  id: string;
  name: string;
  subject_id: string;
  commitment: Buffer;
}

/**
 * Gives committed events their number, gapless per tenant, and extends the chain. It runs outside the writing
 * transaction: ids are not in order of commit, and NOTIFY inside would serialise every commit of the instance.
 */
export class Sequencer {
  private readonly waiting = new Set<string>();
  private running: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly log: Logger,
  ) {}

  /** A tenant has new events; they are numbered soon, in the background. */
  poke(tenantId: string): void {
    this.waiting.add(tenantId);
    this.running ??= this.drain().finally(() => {
      this.running = null;
      if (this.waiting.size > 0) this.poke([...this.waiting][0] ?? tenantId);
    });
  }

  /** Waits until every tenant that was poked is numbered. */
  async settled(): Promise<void> {
    while (this.running) await this.running;
  }

  private async drain(): Promise<void> {
    for (const tenantId of this.waiting) {
      this.waiting.delete(tenantId);
      try {
        while ((await this.number(tenantId)) === batchSize);
      } catch (error) {
        this.log.error({ err: error, tenantId }, 'events could not be numbered; they will be at the next write or scan');
      }
    }
  }

  /** Numbers one batch; returns how many. Two processes at once take turns. */
  async number(tenantId: string): Promise<number> {
    const last = await this.database.inTenant(tenantId, (em) => numberBatch(em, tenantId));
    if (last.count > 0) await this.database.outsideTenants().execute('select pg_notify(?, ?)', [eventChannel, `${tenantId} ${last.sequence}`]);
    return last.count;
  }
}

const batchSize = 1000;

async function numberBatch(em: EntityManager, tenantId: string): Promise<{ count: number; sequence: number }> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('sequencer ' || ?, 0))`, [tenantId]);
  const [head] = await em.execute<{ sequence: string; hash: Buffer }[]>(
    'select sequence, hash from event where tenant_id = ? and sequence is not null order by sequence desc limit 1',
    [tenantId],
  );
  const rows = await em.execute<Unnumbered[]>(
    `select id, name, subject_id, commitment from event where tenant_id = ? and sequence is null order by id limit ${batchSize}`,
    [tenantId],
  );
  let sequence = Number(head?.sequence ?? 0);
  let hash = head?.hash ?? Buffer.alloc(32);
  const values: unknown[] = [];
  for (const row of rows) {
    sequence += 1;
    hash = chainHash(hash, sequence, row);
    values.push(row.id, sequence, hash);
  }
  if (rows.length > 0) {
    await em.execute(
      `update event set sequence = numbered.sequence, hash = numbered.hash
       from (values ${rows.map(() => '(?::uuid, ?::bigint, ?::bytea)').join(', ')}) as numbered (id, sequence, hash)
       where event.tenant_id = ? and event.id = numbered.id`,
      [...values, tenantId],
    );
  }
  return { count: rows.length, sequence };
}

/** The chain's hash after one event. */
export function chainHash(previous: Buffer, sequence: number, event: { name: string; subject_id: string; commitment: Buffer }): Buffer {
  return createHash('sha256').update(previous).update(`${sequence}\n${event.name}\n${event.subject_id}\n`).update(event.commitment).digest();
}
