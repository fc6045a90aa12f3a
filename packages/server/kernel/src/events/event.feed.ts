import type { Database } from '../database/database.js';
import type { Logger } from '../log.js';
import { Follower } from './follower.js';
import type { Listener } from './listener.js';
import { eventChannel } from './chain.js';
import { TenantFeed, type Tap } from './tenant.feed.js';

/** A notification can be lost with the process that owed it: what is followed is looked at this often all the same. */
const lookEveryMs = 5_000;

/**
 * Tells this process's followers what happens in their tenant, whichever process wrote it. Notifications only wake it:
 * events are read by their number, so that none is missed or told twice, however often the listening connection breaks.
 */
export class EventFeed {
  private readonly tenants = new Map<string, TenantFeed>();
  private readonly look = setInterval(() => this.wakeAll(), lookEveryMs).unref();

  /** Give it before the listener starts. */
  constructor(
    private readonly database: Database,
    listener: Listener,
    private readonly log: Logger,
  ) {
    listener.on(eventChannel, (payload) => {
      if (payload === null) this.wakeAll();
      else this.tenants.get(payload.split(' ')[0] ?? '')?.wake();
    });
  }

  /**
   * Follows a tenant's events from now on; `pick` makes of an event what the follower is told, or null.
   * End it with `return()`.
   * @example for await (const name of await feed.follow(tenant.id, (event) => event.name)) …
   */
  async follow<T>(tenantId: string, pick: (event: Parameters<Tap>[0]) => T | null): Promise<Follower<T>> {
    const tenant = this.tenants.get(tenantId) ?? new TenantFeed(tenantId, this.database, this.log);
    this.tenants.set(tenantId, tenant);
    const tap: Tap = (event) => {
      const told = pick(event);
      if (told !== null) follower.offer(told);
    };
    const follower = new Follower<T>(() => tenant.leave(tap));
    await tenant.join(tap);
    return follower;
  }

  /** How many follow a tenant in this process. */
  followersOf(tenantId: string): number {
    return this.tenants.get(tenantId)?.size ?? 0;
  }

  /** Waits for what is being read, and reads no more. */
  async close(): Promise<void> {
    clearInterval(this.look);
    await Promise.all([...this.tenants.values()].map((tenant) => tenant.close()));
    this.tenants.clear();
  }

  private wakeAll(): void {
    for (const tenant of this.tenants.values()) tenant.wake();
  }
}
