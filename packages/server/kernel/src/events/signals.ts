import type { Database } from '../database/database.js';
import type { Logger } from '../log.js';
import { Follower } from './follower.js';
import type { Listener } from './listener.js';

/** Channel of hints between processes: `<tenant id> <topic>\n<key>\n<key>…`. */
const signalChannel = 'weixiang_signal';
/** PostgreSQL takes 8,000 bytes. */
const keysAtOnce = 150;

type Heed = () => void;

/**
 * Tells the subscribers of every process that there is something new for somebody: a notification for a person. It is a
 * hint and no event: it stands in no chain, can be lost with the process that owed it, and whoever gets it looks for
 * itself. For what must not be lost there are events.
 */
export class Signals {
  private readonly heeding = new Map<string, Set<Heed>>();

  /** Give it before the listener starts. */
  constructor(
    private readonly database: Database,
    listener: Listener,
    private readonly log: Logger,
  ) {
    listener.on(signalChannel, (payload) => this.hear(payload));
  }

  /** Sends a hint to every process; what fails is lost. Writes ask for it by `tx.signal`. */
  async send(tenantId: string, topic: string, keys: readonly string[]): Promise<void> {
    try {
      for (let from = 0; from < keys.length; from += keysAtOnce) {
        const some = keys.slice(from, from + keysAtOnce);
        await this.database.outsideTenants().execute('select pg_notify(?, ?)', [signalChannel, [`${tenantId} ${topic}`, ...some].join('\n')]);
      }
    } catch (error) {
      this.log.warn({ err: error, tenantId, topic }, 'a hint could not be sent; who waits for it looks now and then');
    }
  }

  /** Follows the hints for one key from now on. End it with `return()`. */
  follow<T>(tenantId: string, topic: string, key: string, told: () => T): Follower<T> {
    const name = `${tenantId} ${topic} ${key}`;
    const heeds = this.heeding.get(name) ?? new Set();
    this.heeding.set(name, heeds);
    const heed: Heed = () => follower.offer(told());
    const follower = new Follower<T>(() => {
      heeds.delete(heed);
      if (heeds.size === 0) this.heeding.delete(name);
    });
    heeds.add(heed);
    return follower;
  }

  /** How many follow hints of a tenant in this process. */
  followersOf(tenantId: string): number {
    return [...this.heeding].reduce((sum, [name, heeds]) => sum + (name.startsWith(`${tenantId} `) ? heeds.size : 0), 0);
  }

  private hear(payload: string | null): void {
    if (payload === null) return this.heeding.forEach((heeds) => heeds.forEach((heed) => heed()));
    const [head = '', ...keys] = payload.split('\n');
    for (const key of keys) this.heeding.get(`${head} ${key}`)?.forEach((heed) => heed());
  }
}
