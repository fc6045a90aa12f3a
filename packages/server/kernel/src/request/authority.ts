import type { AppAbility } from '../permissions/ability.js';
import type { Actor } from '../permissions/actor.js';

/** Who asks, and what they may do. */
export interface Authority {
  actor: Actor;
  ability: AppAbility;
}

/** What an authority rests on: as long as the statement answers with the same text, it is what it was. */
export interface Evidence {
  statement: EvidenceStatement;
  /** What it answered. */
  text: string;
}

/** A statement that tells who asks. */
export interface EvidenceStatement {
  name: string;
  text: string;
  values: unknown[];
}

/** An authority and what it rests on; null for who was looked up just now, and for nobody. */
export interface GroundedAuthority extends Authority {
  evidence: Evidence | null;
}

/** SQLSTATE of a write's first statement where the evidence is another one by now. */
export const authorityChanged = 'WX001';

/** Thrown where a read finds that who asks may by now do something else; nothing of it is answered. */
export class AuthorityChanged extends Error {
  constructor() {
    super('What the actor may do changed.');
  }
}
