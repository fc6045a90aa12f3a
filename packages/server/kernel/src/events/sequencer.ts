import { createHash } from 'node:crypto';
import type { Logger } from '../log.js';
import type { ReadPool, ReadStatement } from '../read/pool.js';

/** Channel on which other processes learn that a tenant has new events: `<tenant id> <last number>`. */
export const eventChannel = 'weixiang_event';

/** The last event that has its number; hashes and commitments in hexadecimal. */
interface ChainEnd {
  sequence: number;
  hash: string;
}

interface Unnumbered {
  head: ChainEnd | null;
  rows: { id: string; name: string; subject_id: string; commitment: string }[];
}

interface NumberedEvent {
  id: string;
  sequence: number;
  hash: Buffer;
}

/**
 * Gives committed events their number, gapless per tenant, and extends the chain. It runs outside the writing
 * transaction: ids are not in order of commit, and NOTIFY inside would serialise every commit of the instance.
 */
export class Sequencer {
  private readonly waiting = new Set<string>();
  private running: Promise<void> | null = null;

  constructor(
    private readonly pool: Pick<ReadPool, 'writeEach' | 'announce'>,
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
    while (this.waiting.size > 0) {
      // In one order in all processes, or two would wait for each other.
      const tenantIds = [...this.waiting].slice(0, mostTenants).toSorted();
      for (const tenantId of tenantIds) this.waiting.delete(tenantId);
      // What fails for one tenant leaves the others alone.
      if (!(await this.tryToNumber(tenantIds)) && tenantIds.length > 1) for (const tenantId of tenantIds) await this.tryToNumber([tenantId]);
    }
  }

  private async tryToNumber(tenantIds: readonly string[]): Promise<boolean> {
    try {
      for (const tenantId of await this.number(tenantIds)) this.waiting.add(tenantId);
      return true;
    } catch (error) {
      this.log.error({ err: error, tenantIds }, 'events could not be numbered; they will be at the next write or scan');
      return false;
    }
  }

  /**
   * Numbers a batch of each tenant's, in one transaction, and says who may have more. Two processes at once take turns.
   * @param tenantIds In order.
   */
  async number(tenantIds: readonly string[]): Promise<string[]> {
    const ends = new Map<string, number>();
    const more: string[] = [];
    await this.pool.writeEach(
      tenantIds,
      (tenantId) => [takeTurns(tenantId), unnumbered(tenantId)],
      (tenantId, [, text = '']) => {
        const { head, rows }: Unnumbered = JSON.parse(text);
        const numbered = inChain(head ?? { sequence: 0, hash: '00'.repeat(32) }, rows);
        const last = numbered.at(-1);
        if (!last) return [];
        ends.set(tenantId, last.sequence);
        if (numbered.length === batchSize) more.push(tenantId);
        return [numbering(tenantId, numbered)];
      },
    );
    if (ends.size > 0) await this.pool.announce('select pg_notify($1, told) from unnest($2::text[]) told', [eventChannel, [...ends].map(([tenantId, sequence]) => `${tenantId} ${sequence}`)]);
    return more;
  }
}

/** Tenants whose events are numbered in one transaction. */
const mostTenants = 32;
const batchSize = 1000;

function takeTurns(tenantId: string): ReadStatement {
  return { name: 'sequencer turn', text: `select pg_advisory_xact_lock(hashtextextended('sequencer ' || $1, 0))`, values: [tenantId] };
}

/** The end of the chain, and the events that are not in it yet. */
function unnumbered(tenantId: string): ReadStatement {
  return {
    name: 'sequencer events',
    text: `select json_build_object(
      'head', (select json_build_object('sequence', sequence, 'hash', encode(hash, 'hex')) from event where tenant_id = $1 and sequence is not null order by sequence desc limit 1),
      'rows', (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'subject_id', subject_id, 'commitment', encode(commitment, 'hex')) order by id), '[]')
        from (select id, name, subject_id, commitment from event where tenant_id = $1 and sequence is null order by id limit ${batchSize}) waiting))::text`,
    values: [tenantId],
  };
}

function inChain(head: ChainEnd, rows: Unnumbered['rows']): NumberedEvent[] {
  let { sequence } = head;
  let hash: Buffer = Buffer.from(head.hash, 'hex');
  return rows.map((row) => {
    sequence += 1;
    hash = chainHash(hash, sequence, { ...row, commitment: Buffer.from(row.commitment, 'hex') });
    return { id: row.id, sequence, hash };
  });
}

/** One value for all of them, so that it is one statement however many there are. */
function numbering(tenantId: string, events: readonly NumberedEvent[]): ReadStatement {
  return {
    name: 'sequencer numbers',
    text: `update event set sequence = numbered.sequence, hash = decode(numbered.hash, 'hex') from json_to_recordset($2::json) as numbered (id uuid, sequence bigint, hash text)
      where event.tenant_id = $1 and event.id = numbered.id`,
    values: [tenantId, JSON.stringify(events.map(({ id, sequence, hash }) => ({ id, sequence, hash: hash.toString('hex') })))],
  };
}

/** The chain's hash after one event. */
export function chainHash(previous: Buffer, sequence: number, event: { name: string; subject_id: string; commitment: Buffer }): Buffer {
  return createHash('sha256').update(previous).update(`${sequence}\n${event.name}\n${event.subject_id}\n`).update(event.commitment).digest();
}
