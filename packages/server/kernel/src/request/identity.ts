import type { Grant } from '../permissions/actor.js';

/** Who a person is, as core's people know it. */
export interface IdentifiedPerson {
  /** UUID. */
  id: string;
  name: string;
  /** Roles held now; the kernel adds what each permits. */
  grants: Omit<Grant, 'permissions'>[];
}

/**
 * What the kernel asks of the feature that knows people. Asked on every request, so that a revoked right is gone on
 * the next one (docs/adr/0007).
 */
export interface Identity {
  /**
   * SQL of one JSON text that says who a person is and which roles they hold at a moment: everything that what they may do
   * follows from, always in the same order. Null where the account is closed. `$1` is the tenant, `$2` the
   * tenant's day (YYYY-MM-DD), `$3` the moment itself.
   * @param personId SQL of the person's UUID, or of null.
   */
  evidence(personId: string): string;
  /**
   * SQL of a shorter text, by the same values, for a person whose roles are all their own: as long as it stays the same, so
   * does the evidence. Null for everybody else, and where the account is closed.
   */
  plainEvidence(personId: string): string;
  /** The person that evidence tells of. */
  read(evidence: string): IdentifiedPerson;
}
