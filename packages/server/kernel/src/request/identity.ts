import type { EntityManager } from '@mikro-orm/postgresql';
import type { Grant } from '../permissions/actor.js';

/** Who a person is, as core's people know it. */
export interface IdentifiedPerson {
  id: string;
  name: string;
  /** Roles held now; the kernel adds what each permits. */
  grants: Omit<Grant, 'permissions'>[];
}

/**
 * What the kernel asks of the feature that knows people. Asked on every request, so that a revoked right is gone on
 * the next one.
 */
export interface Identity {
  /** The person with this id with the roles held on `date` (YYYY-MM-DD), or null when the account is closed. */
  identify(em: EntityManager, tenantId: string, personId: string, date: string): Promise<IdentifiedPerson | null>;
}
