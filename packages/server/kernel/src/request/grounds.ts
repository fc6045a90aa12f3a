import type { Asker, Authorities } from './authorities.js';
import type { Authority, GroundedAuthority } from './authority.js';

/**
 * Who asks for what only writes: as they were last known, until the transaction of a write has confirmed it or found that it
 * does not hold any more (docs/adr/0032).
 */
export class Grounds {
  private constructor(
    private readonly authorities: Authorities,
    private readonly asker: Asker,
    private readonly told: (authority: Authority) => void,
    private known: GroundedAuthority,
  ) {}

  /** @param told Called with the authority by which each write was done, once its transaction has confirmed it. */
  static async of(authorities: Authorities, asker: Asker, told: (authority: Authority) => void): Promise<Grounds> {
    return new Grounds(authorities, asker, told, authorities.lastKnown(asker) ?? (await authorities.of(asker)));
  }

  /** By whom a transaction is to be, if it confirms the evidence; without any there is nothing to confirm. */
  get assumed(): GroundedAuthority {
    return this.known;
  }

  /** A transaction found the evidence as it was. */
  confirm(): void {
    this.told(this.known);
  }

  /** A transaction found other evidence: asks anew who it is. */
  async lookAgain(): Promise<void> {
    this.known = await this.authorities.anew(this.asker);
  }
}
