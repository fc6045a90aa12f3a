import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '../database/database.js';

/** How long a failure counts. */
export const failuresCountForMinutes = 15;

/** Counts failures (wrong passwords) and tells when there were too many. Successes are free and clear the count. */
export class Attempts {
  constructor(
    private readonly database: Database,
    private readonly tenantId: string,
    private readonly now: Date,
  ) {}

  /** Minutes to wait before `key` may try again; 0 when it may now. */
  async minutesToWait(key: string, limit: number): Promise<number> {
    const rows = await this.inTenant((em) =>
      em.execute<{ since: Date }[]>('select since from failed_attempt where tenant_id = ? and key = ? and failures >= ? and since > ?', [
        this.tenantId,
        key,
        limit,
        this.windowStart(),
      ]),
    );
    const [row] = rows;
    if (!row) return 0;
    return Math.ceil((new Date(row.since).getTime() - this.windowStart().getTime()) / 60_000);
  }

  /** Notes a failure, in a transaction of its own: the refusal that follows must not undo it. Answers how many there are now. */
  async fail(key: string): Promise<number> {
    const [row] = await this.inTenant((em) =>
      em.execute<{ failures: number }[]>(
        `insert into failed_attempt (tenant_id, key, failures, since) values (?, ?, 1, ?)
         on conflict (tenant_id, key) do update set
           failures = case when failed_attempt.since > ? then failed_attempt.failures + 1 else 1 end,
           since = case when failed_attempt.since > ? then failed_attempt.since else excluded.since end
         returning failures`,
        [this.tenantId, key, this.now, this.windowStart(), this.windowStart()],
      ),
    );
    return row?.failures ?? 0;
  }

  /**
   * Counts an attempt as failed before it is made, so that a hundred at once do not all find the count at nought; whoever
   * succeeds takes it back with {@link forgive}. Minutes to wait; 0 when the attempt may be made.
   */
  async claim(key: string, limit: number): Promise<number> {
    const minutes = await this.minutesToWait(key, limit);
    if (minutes > 0) return minutes;
    return (await this.fail(key)) > limit ? Math.max(1, await this.minutesToWait(key, limit)) : 0;
  }

  /** Takes back what {@link claim} counted: it was no failure. */
  async forgive(key: string): Promise<void> {
    await this.inTenant((em) => em.execute('update failed_attempt set failures = failures - 1 where tenant_id = ? and key = ? and failures > 0', [this.tenantId, key]));
  }

  /** Forgets the failures of `key`. */
  async succeed(key: string): Promise<void> {
    await this.inTenant((em) => em.execute('delete from failed_attempt where tenant_id = ? and key = ?', [this.tenantId, key]));
  }

  private windowStart(): Date {
    return new Date(this.now.getTime() - failuresCountForMinutes * 60_000);
  }

  private inTenant<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.database.inTenant(this.tenantId, work);
  }
}
