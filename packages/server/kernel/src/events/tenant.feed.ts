import type { Database } from '../database/database.js';
import type { Logger } from '../log.js';

/** An event as followers learn of it: what, when and about which record. Its payload stays where permissions guard it. */
export interface FedEvent {
  /** Number in the tenant's chain. */
  sequence: number;
  /** `wish.accepted`, `wish.changed`. */
  name: string;
  /** Subject of the registry: `Wish`. */
  subject: string;
  /** UUID of the record. */
  subjectId: string;
  at: Date;
}

/** Called with each event, in order. */
export type Tap = (event: FedEvent) => void;

const batchSize = 500;

/** One tenant's events for the followers of this process: one reader, one place in the chain, whoever follows. */
export class TenantFeed {
  private readonly taps = new Set<Tap>();
  /** Number of the last event that was told; null while nobody follows. */
  private last: number | null = null;
  private work: Promise<void> = Promise.resolve();
  private isDue = false;
  private isClosed = false;

  constructor(
    private readonly tenantId: string,
    private readonly database: Database,
    private readonly log: Logger,
  ) {}

  get size(): number {
    return this.taps.size;
  }

  /** From here on the tap gets every event that is numbered; those before were told to others, and not to it. */
  join(tap: Tap): Promise<void> {
    return this.inTurn(async () => {
      if (this.taps.size === 0) this.last = await this.lastNumber();
      else await this.readOn();
      this.taps.add(tap);
    });
  }

  leave(tap: Tap): void {
    this.taps.delete(tap);
  }

  /** There may be news. */
  wake(): void {
    if (this.isDue || this.isClosed || this.taps.size === 0) return;
    this.isDue = true;
    void this.inTurn(async () => {
      this.isDue = false;
      await this.readOn();
    }).catch((error: unknown) => this.log.warn({ err: error, tenantId: this.tenantId }, 'events could not be read for followers; they will be in a moment'));
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.taps.clear();
    await this.work;
  }

  /** Reading and joining take turns, so that nobody joins between two events that are being told. */
  private inTurn(step: () => Promise<void>): Promise<void> {
    const turn = this.work.then(step);
    this.work = turn.catch(() => undefined);
    return turn;
  }

  private async readOn(): Promise<void> {
    let read = batchSize;
    while (read === batchSize && this.taps.size > 0 && this.last !== null) {
      const events = await this.after(this.last);
      for (const event of events) {
        for (const tap of this.taps) tap(event);
        this.last = event.sequence;
      }
      read = events.length;
    }
  }

  // Numbers are given by one process at a time and seen in their order: what has a number comes after all that had one.
  private async after(sequence: number): Promise<FedEvent[]> {
    const rows = await this.database.inTenant(this.tenantId, (em) =>
      em.execute<{ sequence: string; name: string; subject: string; subject_id: string; created_at: Date | string }[]>(
        `select sequence, name, subject, subject_id, created_at from event where tenant_id = ? and sequence > ? order by sequence limit ${batchSize}`,
        [this.tenantId, sequence],
      ),
    );
    return rows.map((row) => ({ sequence: Number(row.sequence), name: row.name, subject: row.subject, subjectId: row.subject_id, at: new Date(row.created_at) }));
  }

  private async lastNumber(): Promise<number> {
    const [row] = await this.database.inTenant(this.tenantId, (em) =>
      em.execute<{ last: string | null }[]>('select max(sequence) as last from event where tenant_id = ?', [this.tenantId]),
    );
    return Number(row?.last ?? 0);
  }
}
