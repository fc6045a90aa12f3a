import { isUuid } from '@weixiang/shared';
import pg from 'pg';

/** One statement of a read: named ones are prepared once a connection. */
export interface ReadStatement {
  name?: string;
  text: string;
  values: unknown[];
  /** Planned for its values every time it runs, prepared or not. */
  plansAnew?: boolean;
}

/** What a {@link ReadPool} takes. */
export interface ReadPoolOptions {
  connectionString: string;
  /** Connections at most. */
  size: number;
  /** The server ends a statement after this time. */
  statementTimeoutMs: number;
  log?: (event: { message: string; error?: unknown }) => void;
  /** Called for every statement that is sent; BEGIN, SET LOCAL and COMMIT aside. */
  onStatement?: (statement: ReadStatement) => void;
}

/** Statements that follow from the answers of the ones before and are written in the same transaction. */
export type RecordRead = (texts: readonly string[]) => readonly ReadStatement[];

// A backend keeps what it prepared for as long as it lives; one that clients made prepare this much is replaced.
const mostPrepared = 1_000;

/**
 * Pipelined connections, one tenant a transaction: of the read path, read only unless the reading itself is recorded, and
 * of what the kernel writes all the time without the ORM.
 */
export class ReadPool {
  private readonly pool: pg.Pool;
  private readonly prepared = new WeakMap<pg.PoolClient, Set<string>>();

  constructor(private readonly options: ReadPoolOptions) {
    const { connectionString, size, statementTimeoutMs, log } = options;
    // Timeouts are the server's: node-postgres' own would destroy a pipelined connection and leave the backend at work.
    this.pool = new pg.Pool({ connectionString, max: size, pipeline: true, statement_timeout: statementTimeoutMs, application_name: 'weixiang read' });
    this.pool.on('error', (error) => log?.({ message: 'A connection of the read path was lost while idle.', error }));
    // Lost while at work: its statements say so themselves, and an event that nobody hears would end the process.
    this.pool.on('connect', (client) => client.on('error', (error) => log?.({ message: 'A connection of the read path was lost.', error })));
  }

  /**
   * Runs statements that each answer with one text, in one transaction of one tenant; several see the same moment.
   * Without `record` everything goes out in one write and comes back in one round trip.
   *
   * @throws the first failed statement's error; nothing of the transaction stays.
   * @example await pool.run(tenantId, [{ text: 'select $1::text', values: ['{}'] }]) // ['{}']
   */
  async run(tenantId: string, statements: readonly ReadStatement[], record?: RecordRead): Promise<string[]> {
    if (statements.length === 0) return [];
    const modes = [...(statements.length > 1 ? ['isolation level repeatable read'] : []), ...(record ? [] : ['read only'])];
    return this.transaction(tenantId, modes, statements, record);
  }

  /**
   * A transaction that writes: what `then` makes of the answers is written with them, in two round trips. Each statement
   * sees what was committed before it, so that one that waits for a lock may come first.
   *
   * @throws the first failed statement's error; nothing of the transaction stays.
   */
  async write(tenantId: string, statements: readonly ReadStatement[], then: RecordRead): Promise<void> {
    await this.transaction(tenantId, [], statements, then);
  }

  private async transaction(tenantId: string, modes: readonly string[], statements: readonly ReadStatement[], then?: RecordRead): Promise<string[]> {
    if (!isUuid(tenantId)) throw new Error('A tenant id is a UUID.');
    // BEGIN is a message of its own: in one string with SET LOCAL an error would discard it and the rest would commit by itself.
    const opening = [`begin ${modes.join(', ')}`.trim(), `set local app.tenant_id = '${tenantId}'`, ...planned(statements)];
    const client = await this.pool.connect();
    let failure: unknown = null;
    try {
      const results = await this.send(client, then ? opening : [...opening, 'commit']);
      const texts = opening.flatMap((each, at) => (typeof each === 'string' ? [] : [String(results[at]?.rows[0]?.[0] ?? 'null')]));
      const last = then ? (await this.send(client, [...then(texts), 'commit'])).at(-1) : results.at(-1);
      // A transaction in which something failed answers COMMIT with ROLLBACK.
      if (last?.command !== 'COMMIT') throw new Error('A transaction was rolled back.');
      return texts;
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      client.release((failure !== null && !isSound(client, failure)) || this.hasPreparedTooMuch(client, statements));
    }
  }

  /** Runs one statement of no tenant, outside any transaction. */
  async announce(text: string, values: unknown[]): Promise<void> {
    await this.pool.query(text, values);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private hasPreparedTooMuch(client: pg.PoolClient, statements: readonly ReadStatement[]): boolean {
    const names = this.prepared.get(client) ?? new Set();
    this.prepared.set(client, names);
    for (const { name } of statements) if (name) names.add(name);
    return names.size > mostPrepared;
  }

  /** Sends everything in one write. Each statement is answered for itself, so none of them is left waiting. */
  private async send(client: pg.PoolClient, statements: readonly (string | ReadStatement)[]): Promise<pg.QueryArrayResult<unknown[]>[]> {
    const { stream } = client.connection;
    stream.cork();
    const sent = statements.map((statement) => {
      if (typeof statement === 'string') return client.query<unknown[]>({ text: statement, rowMode: 'array' });
      this.options.onStatement?.(statement);
      return client.query<unknown[]>({ ...statement, rowMode: 'array' });
    });
    stream.uncork();
    const settled = await Promise.allSettled(sent);
    return settled.map((result) => {
      if (result.status === 'rejected') throw result.reason;
      return result.value;
    });
  }
}

/** From the first statement on that wants it, PostgreSQL plans for the values at hand; what comes before it keeps its plan. */
function planned(statements: readonly ReadStatement[]): (string | ReadStatement)[] {
  const first = statements.findIndex(({ plansAnew }) => plansAnew);
  return first < 0 ? [...statements] : [...statements.slice(0, first), 'set local plan_cache_mode = force_custom_plan', ...statements.slice(first)];
}

/** A statement that PostgreSQL refused leaves its connection usable, once the transaction is over. */
function isSound(client: pg.PoolClient, failure: unknown): boolean {
  return failure instanceof pg.DatabaseError && !failure.code?.startsWith('57P') && client.getTransactionStatus() === 'I';
}
