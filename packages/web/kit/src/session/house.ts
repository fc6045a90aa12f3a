import type { SessionQuery } from '../generated/graphql.js';

type House = SessionQuery['tenant'];

const keptAs = (slug: string) => `weixiang.house.${slug}`;

/** Keeps whose house this is, which everybody may know, for a visit without a network. Nothing of who is in it. */
export function keepHouse(house: House): void {
  try {
    localStorage.setItem(keptAs(house.slug), JSON.stringify(house));
  } catch {
    // Without storage the portal opens with a network alone.
  }
}

/** The house of the last visit with nobody in it; undefined where there was none. */
export function houseOfLastVisit(slug: string): SessionQuery | undefined {
  try {
    const tenant: unknown = JSON.parse(localStorage.getItem(keptAs(slug)) ?? 'null');
    if (typeof tenant !== 'object' || tenant === null || !('colors' in tenant) || !('slug' in tenant) || tenant.slug !== slug) return undefined;
    const today = new Date().toISOString().slice(0, 10);
    return { tenant: tenant as House, viewer: { plugins: [], abilities: [], permissions: [], today, person: null, roles: [] } }; // kept by keepHouse alone
  } catch {
    return undefined;
  }
}
