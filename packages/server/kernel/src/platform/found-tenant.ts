import type { Kernel } from '../kernel.js';
import type { Tenant } from '../tenancy/tenant.entity.js';

/** A tenant as an operator asks for it. */
export interface TenantToFound extends Pick<Tenant, 'slug' | 'name' | 'brand'> {
  /** The root of its organisation. */
  root: { code: string; name: string; kind: string };
  /** Who goes on from there. */
  administrator: { login: string; name: string; password: string };
}

/**
 * Makes a tenant with its root and its first administrator, as the features that know people and units do it.
 * @throws Refusal SLUG_UNREADABLE, SLUG_TAKEN, REQUIRED, TOO_LONG, …
 */
export type FoundTenant = (kernel: Kernel, tenant: TenantToFound) => Promise<Tenant>;
