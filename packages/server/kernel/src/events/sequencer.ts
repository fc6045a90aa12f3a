import type { Logger } from '../log.js';
import type { ReadPool, ReadStatement } from '../read/pool.js';
import { batchSize, numbering, telling } from './chain.js';

/**
 * Gives committed events their number, gapless per tenant, and extends the chain. It runs outside the writing
 * transaction: ids are not in order of commit, and NOTIFY inside would serialise every commit of the instance.
 */
export class Sequencer {
  private readonly waiting = new Set<string>();
  private running: Promise<void> | null = null;

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
