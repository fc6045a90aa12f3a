import { isUuid } from '@weixiang/shared';
import pg from 'pg';
import { lasting } from '../database/lasting.js';
import { type Answer, Batch, PreparedNames } from './batch.js';

/** One statement of a read: named ones are prepared once a connection. */
export interface ReadStatement {
  name?: string;
  text: string;
  values: unknown[];
  /** When PostgreSQL plans it; once a connection where nothing is said. */
  planning?: Planning;
}

/**
 * When PostgreSQL plans a prepared statement: `once` a connection, whatever its values; `anew` for its values every time it
 * runs; `byCost` as it chooses itself after five executions.
 */
export type Planning = 'once' | 'byCost' | 'anew';

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
  private readonly prepared = new WeakMap<pg.PoolClient, PreparedNames>();

  constructor(private readonly options: ReadPoolOptions) {
    const { connectionString, size, statementTimeoutMs, log } = options;
    this.pool = new pg.Pool({ ...lasting, connectionString, max: size, statement_timeout: statementTimeoutMs, application_name: 'weixiang read' });
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
   * A transaction that writes for several tenants, in one round trip; `afterwards` goes out with it and runs once it is committed.
   * Each statement sees its tenant alone, and what was committed before it, so that one that waits for a lock may come first.
   *
   * @returns the one text that each of a tenant's statements answered.
   * @throws the first failed statement's error; nothing of the transaction stays.
   */
  async writeEach(tenantIds: readonly string[], statementsOf: (tenantId: string) => readonly ReadStatement[], afterwards: ReadStatement): Promise<string[][]> {
    const each = tenantIds.map(statementsOf);
    const opening = tenantIds.flatMap((tenantId, at) => [asTenant(tenantId), ...(each[at] ?? [])]);
    const answers = await this.inTransaction([control('begin'), ...opening], each.flat(), undefined, [afterwards]);
    return each.map((statements) => answers.splice(0, statements.length));
  }

  private async transaction(tenantId: string, modes: readonly string[], statements: readonly ReadStatement[], then?: RecordRead): Promise<string[]> {
    const begin = `begin ${modes.join(', ')}`.trim();
    return this.inTransaction([control(begin), asTenant(tenantId), ...planned(statements)], statements, then);
  }

  /** @param opening All that goes out first, `statements` among it, whose answers are wanted. */
  private async inTransaction(opening: readonly ReadStatement[], statements: readonly ReadStatement[], then?: RecordRead, afterwards: readonly ReadStatement[] = []): Promise<string[]> {
    const client = await this.pool.connect();
    const prepared = this.preparedOn(client);
    let failure: unknown = null;
    try {
      for (const statement of [...statements, ...afterwards]) this.options.onStatement?.(statement);
      const answers = await this.send(client, prepared, then ? opening : [...opening, commit, ...afterwards]);
      const texts = opening.flatMap((each, at) => (statements.includes(each) ? textsOf(answers[at]) : []));
      if (then) await this.finish(client, prepared, then(texts));
      return texts;
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      client.release((failure !== null && !(await this.isSound(client, failure))) || prepared.known.size > mostPrepared);
    }
  }

  private async finish(client: pg.PoolClient, prepared: PreparedNames, statements: readonly ReadStatement[]): Promise<void> {
    for (const statement of statements) this.options.onStatement?.(statement);
    await this.send(client, prepared, [...statements, commit]);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  /** Names of the statements that a connection knows. */
  private preparedOn(client: pg.PoolClient): PreparedNames {
    let names = this.prepared.get(client);
    if (!names) this.prepared.set(client, (names = new PreparedNames()));
    return names;
  }

  private send(client: pg.PoolClient, prepared: PreparedNames, statements: readonly ReadStatement[]): Promise<Answer[]> {
    return client.query(new Batch(statements, prepared)).answers;
  }

  /** Whether a connection is to be used again once the transaction that failed is over: what PostgreSQL refused leaves it as it was. */
  private async isSound(client: pg.PoolClient, failure: unknown): Promise<boolean> {
    if (!(failure instanceof pg.DatabaseError) || failure.code?.startsWith('57P')) return false;
    return client.query('rollback').then(
      () => client.getTransactionStatus() === 'I',
      () => false,
    );
  }
}

/** `null`, as JSON says it, for what is none. */
function textsOf(columns: Answer = []): string[] {
  return columns.length === 0 ? ['null'] : columns.map((column) => column ?? 'null');
}

/** From here on the transaction is this tenant's. */
function asTenant(tenantId: string): ReadStatement {
  if (!isUuid(tenantId)) throw new Error('A tenant id is a UUID.');
  return { text: `set local app.tenant_id = '${tenantId}'`, values: [] };
}

const controls = new Map<string, ReadStatement>();

/** A statement that only says how a transaction goes; prepared, since it is always the same. */
function control(text: string): ReadStatement {
  let statement = controls.get(text);
  if (!statement) controls.set(text, (statement = { name: text, text, values: [] }));
  return statement;
}

const commit = control('commit');
const planningFrom: Record<Exclude<Planning, 'once'>, ReadStatement> = {
  anew: control('set local plan_cache_mode = force_custom_plan'),
  byCost: control('set local plan_cache_mode = auto'),
};

/** From the first statement on that wants another planning than connections begin with, all of them are planned so; `anew` prevails. */
function planned(statements: readonly ReadStatement[]): ReadStatement[] {
  const from = statements.findIndex(({ planning = 'once' }) => planning !== 'once');
  if (from < 0) return [...statements];
  const setting = planningFrom[statements.some(({ planning }) => planning === 'anew') ? 'anew' : 'byCost'];
  return [...statements.slice(0, from), setting, ...statements.slice(from)];
}
