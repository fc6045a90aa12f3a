import type { Language } from '@weixiang/shared';

/** A role held at a unit, as permissions see it. */
export interface Grant {
  assignmentId: string;
  role: string;
  orgUnitId: string;
  /** Path of the unit: the grant reaches everything below it. */
  path: string;
  permissions: ReadonlySet<string>;
  /** UUID of the organisation for which the role speaks, beside the unit: a partner's representative. */
  speaksFor?: string;
  /** Set when the role is another's, lent for a time. */
  lent?: Loan;
  /** Set when the role is another's, taken in an emergency. */
  taken?: Taking;
  /** Kinds of work that the unit oversees everywhere, beyond its own subtree: `['education']`. */
  oversees?: readonly string[];
}

/** A role that its holder lends. */
export interface Loan {
  /** UUID of what was agreed, and of the holder. */
  delegationId: string;
  lenderId: string;
  /** Last day, YYYY-MM-DD. */
  until: string;
}

/** A role that somebody takes in an emergency, for hours. */
export interface Taking {
  /** UUID of what was written down when it was taken, and of whose role it is. */
  emergencyId: string;
  holderId: string;
  until: Date;
}

/** Who asks: a signed-in person, nobody (`anonymous`), or the product itself (`system`: jobs and imports). */
export interface Actor {
  kind: 'anonymous' | 'person' | 'system';
  tenantId: string;
  /** UUID; null unless a person, or a job that acts for one. */
  personId: string | null;
  name: string | null;
  language: Language;
  grants: readonly Grant[];
}

/**
 * Paths at which the actor holds a permission, shortest first, none inside another.
 * @example `reach(actor, 'wish.answer') // ['0192…', …]`
 */
export function reach(actor: Actor, permission: string): string[] {
  const paths = actor.grants.filter((grant) => grant.permissions.has(permission)).map((grant) => grant.path);
  const outermost: string[] = [];
  for (const path of [...new Set(paths)].sort((a, b) => a.length - b.length)) {
    if (!outermost.some((outer) => isWithin(path, outer))) outermost.push(path);
  }
  return outermost;
}

/**
 * Kinds of work that the actor oversees everywhere with a permission.
 * @example `overseen(actor, 'project.oversee') // ['education']`
 */
export function overseen(actor: Actor, permission: string): string[] {
  const kinds = actor.grants.filter((grant) => grant.permissions.has(permission)).flatMap((grant) => grant.oversees ?? []);
  return [...new Set(kinds)].toSorted();
}

/**
 * UUIDs of the organisations for which the actor holds a permission.
 * @example `spokenFor(actor, 'partner.represent') // ['0192…']`
 */
export function spokenFor(actor: Actor, permission: string): string[] {
  return [...new Set(actor.grants.filter((grant) => grant.permissions.has(permission)).flatMap((grant) => grant.speaksFor ?? []))].toSorted();
}

/** Whether the actor holds the permission at a unit with this path. */
export function holdsAt(actor: Actor, permission: string, path: string): boolean {
  return actor.kind === 'system' || reach(actor, permission).some((outer) => isWithin(path, outer));
}

/** Whether the actor holds the permission at the tenant's root: over everything, also what belongs to no unit. */
export function holdsAtRoot(actor: Actor, permission: string): boolean {
  return actor.kind === 'system' || reach(actor, permission).some((path) => !path.includes('.'));
}

/** Whether a path lies in the subtree of another, itself included. */
export function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`);
}
