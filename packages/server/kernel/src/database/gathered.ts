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
 * Sends what waits while nothing of this transaction has been answered yet, and is answered once that is; later it does nothing.
 * @example await em.execute(beginNow) // BEGIN, SET LOCAL and what goes with them
 */
export const beginNow = '/* begin now */';

/**
 * Waits until what was sent with {@link withNext} has been answered; costs nothing where nothing was.
 * @example await tx.em.execute(untilAnswered) // throws what the database refuses of it
 */
export const untilAnswered = '/* until answered */ select';

/** Whether a text asks for answers and nothing else, {@link beginNow} or {@link untilAnswered}: no statement to whoever counts them. */
export function onlyWaits(text: string): boolean {
  return text.includes(beginNow) || text.includes(untilAnswered);
}

/** Statements that the database has enough to do with are not kept back: it works on them while node goes on. Characters. */
const enoughToBegin = 20_000;

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
const undoing = /^rollback\b/i;
/** cached plan must not change result type */
const outdated = '0A000';

class GatheringClient {
  private waiting: string[] = [];
  /** Were sent, and nobody has asked for their answers yet. */
  private underWay: Promise<QueryResult>[] = [];
  /** A transaction of which nothing has been answered. */
  private isUnbegun = false;
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
      if (beginning.test(text)) this.isUnbegun = true;
      if (text.length >= enoughToBegin) this.sendAhead();
      return Promise.resolve(unanswered);
    }
    if (text === 'commit') return this.commit(args);
    if (this.isIdle) return text === untilAnswered ? Promise.resolve(unanswered) : this.alone(args);
    return typeof text === 'string' && undoing.test(text) ? this.undo(text) : this.together(args);
  }

  private get isIdle(): boolean {
    return this.waiting.length + this.underWay.length === 0;
  }

  private sendAhead(): void {
    const { stream } = this.client.connection;
    stream.cork();
    for (const text of this.waiting.splice(0)) {
      const sent = this.send(text);
      sent.catch(() => undefined); // whoever asks next is told
      this.underWay.push(sent);
    }
    stream.uncork();
  }

  /** A transaction that failed is rolled back by its COMMIT, which PostgreSQL says in a word and not as an error. */
  private async commit(args: readonly unknown[]): Promise<QueryResult> {
    const result = await (this.isIdle ? this.alone(args) : this.together(args));
    if (result.command === 'ROLLBACK') throw new Error('A statement of the transaction failed, so that nothing of it was committed.');
    return result;
  }

  private async begin(): Promise<QueryResult> {
    if (this.isUnbegun) await this.together();
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

  /** What was not begun needs no end, and what is undone need not be done. */
  private undo(text: string): Promise<QueryResult> {
    const before = this.waiting.splice(0);
    this.underWay = [];
    this.isUnbegun = false;
    this.isDoubtful = true;
    return before.some((each) => beginning.test(each)) ? Promise.resolve(unanswered) : this.send(text);
  }

  /** What waits and what comes with it, in one write, and the answer of the last once all are answered. */
  private async together(args?: readonly unknown[]): Promise<QueryResult> {
    const { stream } = this.client.connection;
    stream.cork();
    this.sendAhead();
    const sent = [...this.underWay.splice(0), ...(args ? [this.send(...args)] : [])];
    stream.uncork();
    const settled = await Promise.allSettled(sent);
    this.isUnbegun = false;
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
