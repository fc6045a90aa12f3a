import type { EntityManager } from '@mikro-orm/core';
import pg, { type Pool, type PoolClient, type QueryResult } from 'pg';
import { type BoundCall, boundIn } from './bound.js';
import { calledIn } from './prepared.js';

/** Statements that the database has enough to do with are not kept back: it works on them while node goes on. Characters. */
const enoughToBegin = 20_000;

/** cached plan must not change result type */
const outdated = '0A000';

/** What a connection has prepared. */
interface Prepared {
  readonly names: Set<string>;
  /** It may be that it has not: what it was sent with failed. */
  isDoubtful: boolean;
}

const preparedOn = new WeakMap<PoolClient, Prepared>();

/** Statements that go out as one, of which the first that fails ends all. */
class Message {
  readonly texts: string[] = [];
  length = 0;
  /** Somebody waits for the answers. */
  isAsked = false;
  isPreparing = false;
  readonly answers = Promise.withResolvers<readonly QueryResult[]>();

  /** @returns the place of its answer. */
  add(text: string): number {
    this.length += text.length;
    return this.texts.push(text) - 1;
  }
}

/** A message that went out. */
interface Sent {
  answers: Promise<readonly QueryResult[]>;
  isPreparing: boolean;
}

/**
 * What is said to one connection of the pool until it is given back. What needs no answer goes out with what is asked next,
 * and what is asked in one turn of node goes out together: PostgreSQL reads one message and answers once. What `prepared`
 * made is prepared where the connection does not know it yet. The pool has to be pipelined.
 */
export class Exchange {
  private message = new Message();
  /** Went out, and nobody has asked for their answers yet. */
  private unheard: Sent[] = [];
  private hasSent = false;
  private hasHeard = false;
  private isLost = false;
  private isOver = false;

  private constructor(
    private readonly client: PoolClient,
    private readonly prepared: Prepared,
    private readonly opening: string[],
  ) {}

  /** @param opening What goes out before all else, each as a message of its own: a distributed engine repeats the message of a SET to its workers. */
  static async on(pool: Pool, opening: readonly string[] = []): Promise<Exchange> {
    const client = await pool.connect();
    let prepared = preparedOn.get(client);
    if (!prepared) preparedOn.set(client, (prepared = { names: new Set(), isDoubtful: false }));
    return new Exchange(client, prepared, [...opening]);
  }

  /** Goes out with what is asked next. */
  tell(text: string): void {
    this.add(text);
    if (this.message.length >= enoughToBegin) this.send();
  }

  /** The answer, once all that was told is answered as well. @throws what the database refuses first of all this. */
  async ask(text: string): Promise<QueryResult> {
    const { message } = this;
    const place = this.add(text);
    if (!message.isAsked) process.nextTick(() => message === this.message && this.send());
    message.isAsked = true;
    const answer = (await message.answers.promise)[place];
    if (!answer) throw new Error('A statement was not answered.');
    return answer;
  }

  /** Waits until all that was told is answered. @throws what the database refuses of it. */
  async settle(): Promise<void> {
    const { message } = this;
    message.isAsked = true;
    this.send();
    await message.answers.promise;
  }

  /** The same where nothing has been answered yet; later it does nothing. */
  async begin(): Promise<void> {
    if (!this.hasHeard) await this.settle();
  }

  /** @throws what the database refuses of what was told; Error where a statement failed before, so that all was undone. */
  async commit(): Promise<void> {
    const committed = this.ask('commit');
    this.isOver = true;
    const { command } = await committed;
    if (command === 'ROLLBACK') throw new Error('A statement of the transaction failed, so that nothing of it was committed.');
  }

  /** What is undone need not be done, and what never went out need not be undone. */
  async rollback(text = 'rollback'): Promise<void> {
    if (this.message.isPreparing || this.unheard.some(({ isPreparing }) => isPreparing)) this.prepared.isDoubtful = true;
    this.message = new Message();
    this.unheard = [];
    if (this.hasSent) await answerOf(this.client, text);
  }

  /** Undoes the transaction; a connection that cannot even do that is of no use any more. */
  async giveUp(): Promise<void> {
    this.isOver = true;
    await this.rollback().catch(() => {
      this.isLost = true;
    });
  }

  /** Gives the connection back. */
  end(): void {
    this.client.release(this.isLost);
  }

  private add(text: string): number {
    if (this.isOver) throw new Error('The transaction is over.'); // whoever was not waited for must not speak in the next one
    this.prepare(text);
    return this.message.add(text);
  }

  /** What a text calls goes out before it where the connection does not know it. */
  private prepare(text: string): void {
    const { prepared, message } = this;
    const called = calledIn(text);
    if (!called) return;
    if (prepared.isDoubtful) {
      prepared.isDoubtful = false;
      prepared.names.clear();
      message.add('deallocate all');
    }
    if (prepared.names.has(called.name)) return;
    prepared.names.add(called.name);
    message.isPreparing = true;
    message.add(`${preparing}${called.name} as ${called.definition}`);
  }

  private send(): void {
    const { message, unheard } = this;
    const sent = { answers: this.query(message.texts), isPreparing: message.isPreparing };
    sent.answers.catch(() => undefined); // whoever asks is told
    this.message = new Message();
    this.unheard = message.isAsked ? [] : [...unheard, sent];
    if (message.isAsked) this.hear([...unheard, sent]).then(message.answers.resolve, message.answers.reject);
  }

  private async query(texts: readonly string[]): Promise<readonly QueryResult[]> {
    if (texts.length === 0) return [];
    this.hasSent = true;
    const { stream } = this.client.connection;
    stream.cork();
    const opened = this.opening.splice(0).map((text) => answerOf(this.client, text));
    const sent = inMessages(texts).map((message) => this.sendOne(message));
    for (const each of [...opened, ...sent]) each.catch(() => undefined); // of several the first is told
    stream.uncork();
    await inOrder(opened);
    return (await inOrder(sent)).flat();
  }

  private async sendOne(message: string | BoundCall): Promise<readonly QueryResult[]> {
    if (typeof message !== 'string') {
      await this.client.query(message).done;
      return [unanswered];
    }
    const answers: QueryResult | QueryResult[] = await answerOf(this.client, message);
    return Array.isArray(answers) ? answers : [answers];
  }

  /** The answers of the last message. @throws the first failure, which says why; those after it only say that something failed. */
  private async hear(sent: readonly Sent[]): Promise<readonly QueryResult[]> {
    let last: readonly QueryResult[] = [];
    try {
      for (const { answers } of sent) last = await answers;
      return last;
    } catch (error) {
      // A migration changed a table since.
      const isOutdated = error instanceof pg.DatabaseError && error.code === outdated;
      if (isOutdated || sent.some(({ isPreparing }) => isPreparing)) this.prepared.isDoubtful = true;
      throw error;
    } finally {
      this.hasHeard = true;
    }
  }
}

/**
 * What a message is answered. The driver's own promise hangs on a function that it assigns to a property, and V8 makes such
 * functions in the old part of the heap: all that they reach, the answer too, would stay until the whole heap is collected.
 */
function answerOf(client: PoolClient, text: string): Promise<QueryResult | QueryResult[]> {
  return new Promise((resolve, reject) => client.query(text, (error: Error | null, answer: QueryResult | QueryResult[]) => (error ? reject(error) : resolve(answer))));
}

/** All answers. @throws the first failure by its place, whichever was heard of first: those after it only follow from it. */
async function inOrder<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  const answers: T[] = [];
  for (const promise of promises) answers.push(await promise);
  return answers;
}

const unanswered: QueryResult = { command: '', rowCount: 0, oid: 0, fields: [], rows: [] };

const preparing = 'prepare ';

/**
 * Statements as they go out: those that follow each other as one message, by itself a call with its values beside it, and what
 * is prepared. PostgreSQL keeps with that the message it came in, and shows it as the connection's activity whenever it is
 * executed: somebody's words must not stand there.
 */
function inMessages(texts: readonly string[]): (string | BoundCall)[] {
  const messages: (string | BoundCall)[] = [];
  let together: string[] = [];
  const close = (): void => {
    if (together.length > 0) messages.push(together.join(';\n'));
    together = [];
  };
  for (const text of texts) {
    const call = boundIn(text);
    if (call === undefined && !text.startsWith(preparing)) together.push(text);
    else {
      close();
      messages.push(call ?? text);
    }
  }
  close();
  return messages;
}

/** What is said to the database in a manager's transaction. @throws Error outside of any. */
export function exchangeOf(em: EntityManager): Exchange {
  const exchange: unknown = em.getTransactionContext();
  if (!(exchange instanceof Exchange)) throw new Error('There is no transaction.');
  return exchange;
}
