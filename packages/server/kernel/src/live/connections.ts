/** How much of live updates one process gives. */
export interface LiveLimits {
  /** Open connections of all tenants. */
  connections: number;
  /** Open connections of one tenant. */
  connectionsOfTenant: number;
  /** Open connections of one tenant that come from one address and of which nobody is signed in, or that are one person’s. */
  connectionsOfOne: number;
  /** Subscriptions on one connection. */
  subscriptions: number;
  /** How often a silent client is asked whether it is still there. */
  pingEveryMs: number;
}

/** A connection costs some 20 KB; one tenant cannot take them all, and nobody all of a tenant’s. */
export const defaultLiveLimits: LiveLimits = { connections: 5_000, connectionsOfTenant: 1_000, connectionsOfOne: 100, subscriptions: 20, pingEveryMs: 20_000 };

/** A place taken by a connection. */
export interface Place {
  /** Gives the place back; a second time does nothing. */
  release(): void;
  /** Counts it as this person’s from now on, no longer as the address’s; false when they have too many. */
  recognise(personId: string): boolean;
}

/** Counts open connections, whatever they are made of. */
export class Connections {
  /** By tenant, and by tenant and address or person. */
  private readonly counts = new Map<string, number>();
  private all = 0;

  constructor(private readonly limits: Pick<LiveLimits, 'connections' | 'connectionsOfTenant' | 'connectionsOfOne'>) {}

  /** A place for who comes from `address`, or is this person; null when there is none. */
  take(tenantId: string, holder: { address: string } | { personId: string }): Place | null {
    const { connections, connectionsOfTenant, connectionsOfOne } = this.limits;
    let held = 'address' in holder ? `${tenantId} from ${holder.address}` : `${tenantId} of ${holder.personId}`;
    if (this.all >= connections || this.count(tenantId) >= connectionsOfTenant || this.count(held) >= connectionsOfOne) return null;
    this.all += 1;
    this.add(tenantId, 1);
    this.add(held, 1);
    let isGiven = false;
    return {
      release: () => {
        if (isGiven) return;
        isGiven = true;
        this.all -= 1;
        this.add(tenantId, -1);
        this.add(held, -1);
      },
      recognise: (personId) => {
        const own = `${tenantId} of ${personId}`;
        if (isGiven || own === held) return true;
        if (this.count(own) >= connectionsOfOne) return false;
        this.add(held, -1);
        this.add(own, 1);
        held = own;
        return true;
      },
    };
  }

  private count(key: string): number {
    return this.counts.get(key) ?? 0;
  }

  private add(key: string, change: 1 | -1): void {
    const now = this.count(key) + change;
    if (now > 0) this.counts.set(key, now);
    else this.counts.delete(key);
  }
}
