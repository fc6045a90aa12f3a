import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../log.js';
import type { ReadPool, ReadStatement } from '../read/pool.js';
import { batchSize, numbering, telling } from './chain.js';

/** Transactions that number begin at least so long after each other: what busy minutes write is numbered together. */
const gatheringMs = 50;

/**
 * Gives committed events their number, gapless per tenant, and extends the chain. It runs outside the writing
 * transaction: ids are not in order of commit, and NOTIFY inside would serialise every commit of the instance.
 */
export class Sequencer {
  private readonly waiting = new Set<string>();
  private running: Promise<void> | null = null;
  private beganAt = -Infinity;
  private gathering = new AbortController();
  /** How many wait until all is numbered. */
  private inHurry = 0;

  constructor(
    private readonly pool: Pick<ReadPool, 'writeEach'>,
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
    this.inHurry += 1;
    this.gathering.abort();
    while (this.running) await this.running;
    this.inHurry -= 1;
  }

  private async drain(): Promise<void> {
    while (this.waiting.size > 0) {
      await this.gather();
      // In one order in all processes, or two would wait for each other.
      const tenantIds = [...this.waiting].slice(0, mostTenants).toSorted();
      for (const tenantId of tenantIds) this.waiting.delete(tenantId);
      // What fails for one tenant leaves the others alone.
      if (!(await this.tryToNumber(tenantIds)) && tenantIds.length > 1) for (const tenantId of tenantIds) await this.tryToNumber([tenantId]);
    }
  }

  /** Waits for more where the last transaction has only just begun. */
  private async gather(): Promise<void> {
    const wait = this.beganAt + gatheringMs - performance.now();
    this.gathering = new AbortController();
    if (wait > 0 && this.inHurry === 0) await pause(wait, undefined, { signal: this.gathering.signal }).catch(() => undefined); // somebody hurries
    this.beganAt = performance.now();
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
    const answers = await this.pool.writeEach(tenantIds, (tenantId) => [takeTurns(tenantId), numbering(tenantId)], telling);
    return tenantIds.filter((_, at) => Number(answers[at]?.[1]) === batchSize);
  }
}

/** Tenants whose events are numbered in one transaction. */
const mostTenants = 32;

/** A statement of its own: the one after it sees what whoever had the turn before has committed. */
function takeTurns(tenantId: string): ReadStatement {
  return { name: 'sequencer turn', text: `select pg_advisory_xact_lock(hashtextextended('sequencer ' || $1, 0))`, values: [tenantId] };
}
