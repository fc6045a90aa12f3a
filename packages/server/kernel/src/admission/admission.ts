import { queryLimits, type AdmissionLimits } from './limits.js';
import { Turns } from './turns.js';

/** A place, held while a request is worked on. */
export interface Place {
  /** Gives it back; a second time does nothing. */
  release(): void;
}

/** Why a request has to come again: everybody is late, or its own tenant has more than its share. */
export type NoPlace = 'overloaded' | 'overShare';

interface Waiter {
  tenant: string;
  client: string;
  since: number;
  tell(answer: Place | NoPlace): void;
}

/** A tenant that has requests here. */
interface Guest {
  held: number;
  clients: Turns<Waiter>;
  /** When nobody of it waited last. */
  emptyAt: number;
  /** When its queue was last found not to end, or somebody was refused. */
  standingAt: number;
}

/** How long a tenant counts as being about after its last request. */
const aboutMs = 5_000;
/** More than this one request does not count for in what is usual, in milliseconds. */
const longestCounted = 1_000;
/** A queue that was empty for less is the same one. */
const sameQueueMs = 1_000;
/** How much one request moves what is taken for usual. */
const weight = 1 / 32;

/**
 * Lets in as many requests as a process can work on, and queues the next few: by tenant, and within a tenant by client,
 * each getting the same time. Whoever would wait too long is told so at once. While others are about, a tenant holds no
 * more than a third of the places, so that the next request of another need not wait for it, and no more than a sixth while it
 * asks too much.
 * @example const place = await admission.enter(tenant.id, address); if (typeof place === 'string') refuse(place)
 */
export class Admission {
  private readonly guests = new Map<string, Guest>();
  private readonly tenants = new Turns<Guest>();
  private underWay = 0;
  /** Time that a request usually holds its place. */
  private usualMs: number;
  /** The tenant of the latest request, and the latest one of another. */
  private latest = { tenant: '', at: -Infinity };
  private before = { tenant: '', at: -Infinity };
  private sweeping: NodeJS.Timeout | null = null;

  constructor(
    private readonly limits: AdmissionLimits = queryLimits,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.usualMs = limits.usualMs;
  }

  /** A place for a request, or why there is none; without a promise where nobody has to wait. */
  enter(tenant: string, client: string): Promise<Place | NoPlace> | Place | NoPlace {
    const now = this.now();
    if (tenant !== this.latest.tenant) this.before = this.latest;
    this.latest = { tenant, at: now };
    const guest = this.guestOf(tenant, now);
    if (guest.clients.size === 0) {
      guest.emptyAt = now;
      if (this.mayHoldMore(tenant, guest)) return this.hold(tenant, guest, client, 0);
    }
    if (this.expectedWait(tenant, guest) > this.patience(guest, now)) {
      guest.standingAt = now; // it may be empty for a moment between two turns of node
      return this.refusal(tenant, guest);
    }
    return new Promise((tell) => {
      guest.clients.add(client, { tenant, client, since: now, tell });
      this.tenants.add(tenant, guest);
      this.sweeping ??= setInterval(() => this.sweep(), 25).unref();
    });
  }

  private hold(tenant: string, guest: Guest, client: string, chargedMs: number): Place {
    const since = this.now();
    this.underWay += 1;
    guest.held += 1;
    let isHeld = true;
    return {
      release: () => {
        if (!isHeld) return;
        isHeld = false;
        this.underWay -= 1;
        guest.held -= 1;
        const ms = this.now() - since;
        // A report of ten seconds says nothing of what comes after it.
        this.usualMs += (Math.min(ms, longestCounted) - this.usualMs) * weight;
        this.tenants.charge(tenant, ms - chargedMs);
        guest.clients.charge(client, ms - chargedMs);
        this.letIn();
        if (guest.held === 0 && guest.clients.size === 0 && !this.isStanding(guest, this.now())) this.guests.delete(tenant);
      },
    };
  }

  private letIn(): void {
    while (this.underWay < this.limits.places) {
      const next = this.tenants.next(this.usualMs, (tenant) => this.mayHoldMore(tenant, this.guests.get(tenant)));
      if (!next) break;
      const [tenant, guest] = next;
      const [client, waiter] = guest.clients.next(this.usualMs) ?? [];
      if (client === undefined || !waiter) continue;
      const now = this.now();
      // Who was let wait waits as long as in a rush: how long the queue may grow is decided where one joins it.
      const isLate = now - waiter.since > this.longestWait;
      if (guest.clients.size === 0) guest.emptyAt = now;
      waiter.tell(isLate ? this.refusal(tenant, guest) : this.hold(tenant, guest, client, this.usualMs));
    }
    this.rest();
  }

  private mayHoldMore(tenant: string, guest?: Guest): boolean {
    return this.underWay < this.limits.places && (guest?.held ?? 0) < this.placesOf(tenant, guest);
  }

  /** Places that a tenant may hold. One whose queue does not end leaves others the processors for what comes next from them. */
  private placesOf(tenant: string, guest?: Guest): number {
    if (!this.othersAreAbout(tenant)) return this.limits.places;
    return guest && this.isStanding(guest, this.now()) ? Math.ceil(this.share / 2) : this.share;
  }

  private othersAreAbout(tenant: string): boolean {
    const other = this.latest.tenant === tenant ? this.before : this.latest;
    return this.now() - other.at < aboutMs;
  }

  /** Places that a tenant may hold while others are about. */
  private get share(): number {
    return Math.ceil(this.limits.places / 3);
  }

  /** What the next of a tenant would wait: for those of its own before it, at the tenant's share of the places. */
  private expectedWait(tenant: string, { clients }: Guest): number {
    const sharing = Math.max(this.tenants.waitingFlows + (clients.size === 0 ? 1 : 0), this.othersAreAbout(tenant) ? 2 : 1);
    return ((clients.size + 1) * this.usualMs * sharing) / this.limits.places;
  }

  /**
   * How long one of a tenant may wait. A rush passes; where its queue does not end, waiting in it only makes everybody
   * late: so many wait as get a place while those inside are done. One of a tenant always may.
   */
  private patience(guest: Guest, now: number): number {
    if (now - guest.emptyAt > Math.max(this.limits.rushLastsMs, this.usualMs)) guest.standingAt = now;
    return this.isStanding(guest, now) && guest.clients.size > 0 ? this.usualMs : this.longestWait;
  }

  private isStanding({ standingAt }: Guest, now: number): boolean {
    return now - standingAt <= sameQueueMs;
  }

  private get longestWait(): number {
    return Math.max(this.limits.rushMs, 2 * this.usualMs);
  }

  private refusal(tenant: string, { held, clients }: Guest): NoPlace {
    return this.othersAreAbout(tenant) && held + clients.size >= this.share ? 'overShare' : 'overloaded';
  }

  /** Where no place comes back for a while, those who wait are not forgotten. */
  private sweep(): void {
    const now = this.now();
    for (const [tenant, guest] of this.guests) {
      let gone = 0;
      guest.clients.takeOut(({ since }) => now - since > this.longestWait, ({ tell }) => {
        gone += 1;
        tell(this.refusal(tenant, guest));
      });
      this.tenants.takeOut((each) => each === guest && gone-- > 0, () => undefined);
    }
    this.rest();
  }

  private rest(): void {
    if (this.tenants.size > 0) return;
    if (this.sweeping) clearInterval(this.sweeping);
    this.sweeping = null;
    this.tenants.tidy();
    for (const { clients } of this.guests.values()) clients.tidy();
  }

  private guestOf(tenant: string, now: number): Guest {
    const known = this.guests.get(tenant) ?? { held: 0, clients: new Turns<Waiter>(), emptyAt: now, standingAt: -Infinity };
    this.guests.set(tenant, known);
    return known;
  }
}
