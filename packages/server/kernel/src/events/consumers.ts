import { indexOf } from '../features/feature-index.js';
import type { Kernel } from '../kernel.js';
import type { Tenant } from '../tenancy/tenant.entity.js';
import type { EventConsumer } from './consumer.js';
import { takeTurn, takeTurnTogether, tryParked } from './consumer-turn.js';
import { eventChannel } from './chain.js';

/** How long a tenant's events are gathered before the consumers work on them. */
const gatheringMs = 1_000;

/**
 * Runs the consumers of every tenant in this process, wherever jobs run. Notifications only wake it: places are in the
 * database, so that what a dead process left is taken up at the next start, event or minute.
 */
export class Consumers {
  private readonly waiting = new Set<string>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private running: Promise<void> | null = null;
  private isOn = false;
  private readonly since: Date;

  /** Give it before the listener starts. */
  constructor(private readonly kernel: Kernel) {
    this.since = kernel.clock.now();
    kernel.listener.on(eventChannel, (payload) => {
      if (payload === null) void this.wakeAll();
      else this.wakeSoon(payload.split(' ')[0] ?? '');
    });
  }

  /** Works from now on; first on whatever waits. */
  async start(): Promise<void> {
    this.isOn = true;
    await this.wakeAll();
  }

  /** Leaves off after the batch that is under way. */
  async stop(): Promise<void> {
    this.isOn = false;
    this.waiting.clear();
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    await this.running;
  }

  /** A tenant may have news. */
  wake(tenantId: string): void {
    if (!this.isOn) return;
    this.waiting.add(tenantId);
    this.running ??= this.drain().finally(() => {
      this.running = null;
      const [next] = this.waiting;
      if (next !== undefined) this.wake(next);
    });
  }

  /** A tenant has an event, and where there is one there are often more: they are worked on together. */
  private wakeSoon(tenantId: string): void {
    this.wakeIn(gatheringMs, tenantId, 'gathered');
  }

  /** Every tenant may. */
  async wakeAll(): Promise<void> {
    if (!this.isOn) return;
    for (const { id } of await this.kernel.tenants.all()) this.wake(id);
  }

  /**
   * Works through what waits in a tenant now; returns when nothing does, or only what is tried again later.
   * The features' own order, a batch each in turn: all in one transaction, and who fails in one of their own.
   */
  async catchUp(tenantId: string, isOver: () => boolean = () => false): Promise<void> {
    const tenant = await this.kernel.tenants.byId(tenantId);
    if (!tenant) return;
    let busy: EventConsumer[] = [...indexOf(this.kernel.featuresOf(tenant)).consumers.values()];
    while (busy.length > 0 && !isOver()) {
      const { more, apart } = await takeTurnTogether(this.kernel, tenant, busy);
      busy = more;
      for (const consumer of apart) {
        const outcome = await takeTurn(this.kernel, tenant, consumer);
        if (outcome === 'more') busy.push(consumer);
        else if (outcome !== 'done') this.wakeAt(tenantId, outcome.retryAt);
      }
    }
  }

  /** Where a consumer begins that a tenant has not had: a tenant that was made meanwhile had it from its first event. */
  begins({ createdAt }: Tenant, { begins }: EventConsumer): 'now' | 'first' {
    return createdAt >= this.since ? 'first' : begins;
  }

  /** Tries a parked event again. False when there is none, or no enabled feature has the consumer. */
  async retry(tenantId: string, consumerName: string, sequence: number): Promise<boolean> {
    const tenant = await this.kernel.tenants.byId(tenantId);
    const consumer = tenant && indexOf(this.kernel.featuresOf(tenant)).consumers.get(consumerName);
    return consumer ? tryParked(this.kernel, tenant, consumer, sequence) : false;
  }

  private async drain(): Promise<void> {
    for (const tenantId of this.waiting) {
      this.waiting.delete(tenantId);
      try {
        await this.catchUp(tenantId, () => !this.isOn);
      } catch (error) {
        this.kernel.log.error({ err: error, tenantId }, 'the consumers of a tenant could not work; they will at its next event or minute');
      }
    }
  }

  private wakeAt(tenantId: string, at: Date): void {
    this.wakeIn(Math.max(at.getTime() - this.kernel.clock.now().getTime(), 0) + 5, tenantId, 'retry');
  }

  /** Once for each reason: what is tried again in a minute does not hold up what is new. */
  private wakeIn(ms: number, tenantId: string, why: 'gathered' | 'retry'): void {
    const key = `${tenantId} ${why}`;
    if (!this.isOn || this.timers.has(key)) return;
    const timer = setTimeout(() => {
      this.timers.delete(key);
      this.wake(tenantId);
    }, ms);
    this.timers.set(key, timer.unref());
  }
}
