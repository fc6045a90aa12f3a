import pg, { type Pool, type PoolClient, type QueryResult } from 'pg';
import { calledIn } from './prepared.js';

const unasked = '/* unasked */ ';

/**
 * A statement whose answer nobody waits for: it goes out with the next one of its transaction, at the latest with the
 * COMMIT, which fails if it does.
 * @example await tx.em.execute(withNext('insert into event …'), values)
 */
export function withNext(sql: string): string {
  return `${unasked}${sql}`;
}

/**
 * Sends what waits while nothing else was sent in this transaction, and is answered once that is; later it does nothing.
 * @example await em.execute(beginNow) // BEGIN, SET LOCAL and what goes with them
 */
export const beginNow = '/* begin now */';

/**
 * Sends the statements that need no answer (BEGIN, SET, those of {@link withNext}) together with the next one, in one
 * write and one round trip. What `prepared` made is prepared where the connection does not know it yet. The pool has to be
 * pipelined, or they would wait for one another after all.
 */
export function gatherStatements(pool: Pool): void {
  pool.on('connect', (client) => {
    const gathered = new GatheringClient(client);
    Object.assign(client, { query: (...args: unknown[]) => gathered.query(...args) });
  });
}

const beginning = /^(begin|start transaction)\b/i;
const opening = /^(begin|start transaction|set transaction|set local)\b/i;
const ending = /^(rollback|commit)\b/i;
/** cached plan must not change result type */
const outdated = '0A000';

class GatheringClient {
  private waiting: string[] = [];
  /** Names of what the backend has prepared. */
  private readonly known = new Set<string>();
  /** It may be that it has not: what it was sent with failed. */
  private isDoubtful = false;
  private readonly send: (...args: unknown[]) => Promise<QueryResult>;

  constructor(private readonly client: PoolClient) {
    const { query } = client;
    this.send = (...args) => Reflect.apply(query, client, args);
  }

  query(...args: unknown[]): Promise<QueryResult> {
    const [text, values] = args;
    if (text === beginNow) return this.begin();
    const isPlain = typeof text === 'string' && (values === undefined || (Array.isArray(values) && values.length === 0));
    if (isPlain) this.prepare(text);
    if (isPlain && (opening.test(text) || text.startsWith(unasked))) {
      this.waiting.push(text);
      return Promise.resolve(unanswered);
    }
    const before = this.waiting;
    this.waiting = [];
    if (text === 'commit') return this.commit(before, args);
    if (before.length === 0) return this.alone(args);
    if (text !== 'rollback') return this.together(before, args);
    // What was not begun needs no end, and what is undone need not be done.
    this.isDoubtful = true;
    return before.some((each) => beginning.test(each)) ? Promise.resolve(unanswered) : this.send(text);
  }

  /** A transaction that failed is rolled back by its COMMIT, which PostgreSQL says in a word and not as an error. */
  private async commit(before: readonly string[], args: readonly unknown[]): Promise<QueryResult> {
    const result = await (before.length === 0 ? this.alone(args) : this.together(before, args));
    if (result.command === 'ROLLBACK') throw new Error('A statement of the transaction failed, so that nothing of it was committed.');
    return result;
  }

  private async begin(): Promise<QueryResult> {
    if (this.waiting.some((text) => beginning.test(text))) await this.together(this.waiting.splice(0));
    return unanswered;
  }

  /** What a text calls goes out before it where the backend does not know it. */
  private prepare(text: string): void {
    if (this.isDoubtful && !ending.test(text)) {
      this.isDoubtful = false;
      this.known.clear();
      this.waiting.push('deallocate all');
    }
    const called = calledIn(text);
    if (!called || this.known.has(called.name)) return;
    this.known.add(called.name);
    this.waiting.push(`prepare ${called.name} as ${called.definition}`);
  }

  private async alone(args: readonly unknown[]): Promise<QueryResult> {
    try {
      return await this.send(...args);
    } catch (error) {
      // A migration changed a table since.
      if (error instanceof pg.DatabaseError && error.code === outdated) this.isDoubtful = true;
      throw error;
    }
  }

  /** Several statements in one write, and the answer of the last. */
  private async together(before: readonly string[], args?: readonly unknown[]): Promise<QueryResult> {
    const { stream } = this.client.connection;
    stream.cork();
    const sent = [...before.map((text) => this.send(text)), ...(args ? [this.send(...args)] : [])];
    stream.uncork();
    const settled = await Promise.allSettled(sent);
    // The first that failed says why; those after it only that something did.
    for (const each of settled) {
      if (each.status === 'fulfilled') continue;
      this.isDoubtful = true;
      throw each.reason;
    }
    const last = settled.at(-1);
    if (last?.status !== 'fulfilled') throw new Error('A statement was not answered.');
    return last.value;
  }
}

const unanswered: QueryResult = { command: '', rowCount: 0, oid: 0, fields: [], rows: [] };
