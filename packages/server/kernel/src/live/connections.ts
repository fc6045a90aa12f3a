/** How much of live updates one process gives. */
export interface LiveLimits {
  /** Open connections of all tenants. */
  connections: number;
  /** Open connections of one tenant. */
  connectionsOfTenant: number;
  /** Subscriptions on one connection. */
  subscriptions: number;
  /** How often a silent client is asked whether it is still there. */
  pingEveryMs: number;
}

/** A connection costs some 20 KB; one tenant cannot take them all. */
export const defaultLiveLimits: LiveLimits = { connections: 5_000, connectionsOfTenant: 1_000, subscriptions: 20, pingEveryMs: 20_000 };

/** Counts open connections, whatever they are made of. */
export class Connections {
  private readonly ofTenant = new Map<string, number>();
  private all = 0;

  constructor(private readonly limits: Pick<LiveLimits, 'connections' | 'connectionsOfTenant'>) {}

  /** A place, given back by calling what is returned; null when there is none. */
  take(tenantId: string): (() => void) | null {
    const taken = this.ofTenant.get(tenantId) ?? 0;
    if (this.all >= this.limits.connections || taken >= this.limits.connectionsOfTenant) return null;
    this.all += 1;
    this.ofTenant.set(tenantId, taken + 1);
    let isGiven = false;
    return () => {
      if (isGiven) return;
      isGiven = true;
      this.all -= 1;
      const left = (this.ofTenant.get(tenantId) ?? 1) - 1;
      if (left > 0) this.ofTenant.set(tenantId, left);
      else this.ofTenant.delete(tenantId);
    };
  }
}
