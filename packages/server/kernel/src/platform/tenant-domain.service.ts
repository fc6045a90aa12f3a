import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { refuse } from '../refusal.js';
import { announceTenantChange } from '../tenancy/tenants.js';
import { domainOf } from './domain.rules.js';
import type { PlatformTransaction } from './platform.transaction.js';

/** Which tenant is served where; `platformHost` is where the operator is just now. */
export interface DomainToSet {
  slug: string;
  domain: string | null;
  platformHost: string;
}

/**
 * Gives a tenant a domain of its own, or takes it away with null.
 * @throws Refusal NOT_FOUND, DOMAIN_UNREADABLE, DOMAIN_IS_PLATFORM, DOMAIN_TAKEN.
 */
export async function setTenantDomain(tx: PlatformTransaction, { slug, domain: words, platformHost }: DomainToSet): Promise<void> {
  const domain = words === null ? null : domainOf(words);
  if (words !== null && domain === null) throw refuse('DOMAIN_UNREADABLE', 'domain');
  if (domain !== null && domain === platformHost) throw refuse('DOMAIN_IS_PLATFORM', 'domain');
  const [before] = await tx.em.execute<{ domain: string | null }[]>('select domain from tenant where slug = ? for update', [slug]);
  if (!before) throw refuse('NOT_FOUND', 'slug');
  try {
    await tx.em.execute('update tenant set domain = ?, version = version + 1 where slug = ?', [domain, slug]);
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) throw refuse('DOMAIN_TAKEN', 'domain');
    throw error;
  }
  await tx.note({ action: 'tenant.domainSet', subject: slug, detail: { from: before.domain, to: domain } });
  await announceTenantChange(tx.em);
}
