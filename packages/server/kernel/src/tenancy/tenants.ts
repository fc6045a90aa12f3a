import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '@weixiang/shared';
import type { Database } from '../database/database.js';
import { Tenant } from './tenant.entity.js';

/** Channel on which processes learn that a tenant's row changed. */
export const tenantChannel = 'weixiang_tenant';

/** Every tenant, kept in memory; dropped at once when any process changes one. */
export class Tenants {
  private bySlugCache: Promise<Map<string, Tenant>> | null = null;
  /** As last read; kept while it is read again, because routing cannot wait. */
  private domains: { slugs: ReadonlyMap<string, string>; asOf: number } = { slugs: new Map(), asOf: 0 };
  private reads = 0;

  constructor(private readonly database: Database) {}

  /** The tenant with this slug, or null. */
  async bySlug(slug: string): Promise<Tenant | null> {
    return (await this.known()).get(slug) ?? null;
  }

  /** The tenant with this id, or null. */
  async byId(id: string): Promise<Tenant | null> {
    return (await this.all()).find((tenant) => tenant.id === id) ?? null;
  }

  /** All tenants, by slug. */
  async all(): Promise<Tenant[]> {
    return [...(await this.known()).values()];
  }

  /** Slug of the tenant that has this host as its domain, as last read, or null. */
  slugAt(domain: string): string | null {
    return this.domains.slugs.get(domain) ?? null;
  }

  /** Forgets what is known; the next question asks the database. */
  forget(): void {
    this.bySlugCache = null;
  }

  /** Forgets what is known and asks at once, for the domains; what goes wrong shows at the next question. */
  readAgain(): void {
    this.forget();
    this.known().catch(() => undefined);
  }

  /**
   * Makes a tenant, or gives back the one that has the slug.
   * @throws Error when the slug is not lower-case letters, digits and hyphens.
   */
  async create(tenant: Pick<Tenant, 'slug' | 'name' | 'brand' | 'plugins'> & { settings?: Tenant['settings'] }, now: Date): Promise<Tenant> {
    if (!/^[a-z][a-z0-9-]{1,38}$/.test(tenant.slug)) throw new Error('A tenant’s slug is 2–39 lower-case letters, digits and hyphens, beginning with a letter.');
    const existing = await this.bySlug(tenant.slug);
    if (existing) return existing;
    const id = newId();
    await this.database.inTenant(id, async (em) => {
      em.create(Tenant, { ...tenant, id, settings: tenant.settings ?? {}, createdAt: now });
      await em.flush();
      await announceTenantChange(em);
    });
    this.forget();
    const made = await this.bySlug(tenant.slug);
    if (!made) throw new Error(`The tenant ${tenant.slug} could not be made.`);
    return made;
  }

  private known(): Promise<Map<string, Tenant>> {
    this.bySlugCache ??= this.read();
    return this.bySlugCache;
  }

  private read(): Promise<Map<string, Tenant>> {
    const asOf = (this.reads += 1);
    return this.database
      .outsideTenants()
      .find(Tenant, {}, { orderBy: { slug: 'asc' } })
      .then((tenants) => {
        // A read that began earlier may come back later.
        if (asOf > this.domains.asOf) this.domains = { asOf, slugs: new Map(tenants.flatMap(({ domain, slug }) => (domain ? [[domain, slug]] : []))) };
        return new Map(tenants.map((tenant) => [tenant.slug, tenant]));
      })
      .catch((error: unknown) => {
        this.bySlugCache = null;
        throw error;
      });
  }
}

/** Tells every process to forget its tenants when this transaction commits. Rare, so NOTIFY inside does no harm. */
export async function announceTenantChange(em: EntityManager): Promise<void> {
  await em.execute('select pg_notify(?, ?)', [tenantChannel, '']);
}
