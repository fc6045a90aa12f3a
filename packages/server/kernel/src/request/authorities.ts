import type { EntityManager } from '@mikro-orm/postgresql';
import { dateIn, type Language } from '@weixiang/shared';
import { numbered } from '../database/numbered.js';
import { indexOf, permissionsOfGrant } from '../features/feature-index.js';
import type { FeatureSet } from '../features/feature-set.js';
import { Lru } from '../read/lru.js';
import { abilityFor } from '../permissions/ability.js';
import type { Actor } from '../permissions/actor.js';
import { numberOf } from '../read/identity.js';
import type { ReadPool } from '../read/pool.js';
import type { Tenant } from '../tenancy/tenant.entity.js';
import type { Authority, EvidenceStatement, GroundedAuthority } from './authority.js';
import type { Identity } from './identity.js';
import { hashToken, personIdOfSession, tokenNames } from './sessions.js';

/** Who asks, before it is known what they may do. */
export interface Asker {
  tenant: Tenant;
  features: FeatureSet;
  token: string | null;
  language: Language;
  now: Date;
}

/** Evidence of a session that opens nothing, or of an account that is closed. */
const opensNothing = 'null';

/** The whole evidence, or the shorter one of a person whose roles are all their own. */
type EvidenceKind = 'plain' | 'whole';

interface Kept {
  authority: Authority;
  kind: EvidenceKind;
  text: string;
}

// Whoever comes back after as many others is looked up anew.
const mostKept = 1_000;

/**
 * Tells who asks and what they may do. Nothing is taken on trust: an authority of before is used only by a transaction
 * that reads its evidence as well, and finds it unchanged (docs/adr/0007).
 */
export class Authorities {
  private readonly kept = new Lru<Kept>(mostKept);
  private readonly nobodies = new Lru<Authority>(mostKept);
  private readonly bySession: Record<EvidenceKind, string>;
  private readonly byPerson: string;

  constructor(
    private readonly pool: Pick<ReadPool, 'run'>,
    private readonly identity: Identity,
  ) {
    const person = `(${personIdOfSession('$1', '$4', '$3')})`;
    this.bySession = { plain: `select ${identity.plainEvidence(person)}`, whole: `select ${identity.evidence(person)}` };
    this.byPerson = `select ${identity.evidence('$4::uuid')}`;
  }

  /** As this asker was last known, to be checked by who uses it; null when they are not known. */
  lastKnown(asker: Asker): GroundedAuthority | null {
    const token = tokenHash(asker);
    if (token === null) return { ...this.nobody(asker), evidence: null };
    const known = this.kept.get(keyOf(asker, token));
    return known ? this.grounded(asker, token, known) : null;
  }

  /** Who asks and what they may do now; kept for {@link lastKnown}. The database is always asked, whatever is known. */
  async of(asker: Asker): Promise<GroundedAuthority> {
    const token = tokenHash(asker);
    const known = token && this.kept.get(keyOf(asker, token));
    if (!known) return this.anew(asker);
    const [text] = await this.pool.run(asker.tenant.id, [this.statementOf(asker, token, known.kind)]);
    return text === known.text ? this.grounded(asker, token, known) : this.anew(asker);
  }

  /** The same, where what is known is known to be over. */
  async anew(asker: Asker): Promise<GroundedAuthority> {
    const token = tokenHash(asker);
    if (token === null) return { ...this.nobody(asker), evidence: null };
    const key = keyOf(asker, token);
    const statements = [this.statementOf(asker, token, 'whole'), this.statementOf(asker, token, 'plain')];
    const [whole = opensNothing, plain = opensNothing] = await this.pool.run(asker.tenant.id, statements);
    const authority = this.authorityBy(asker, whole);
    if (whole === opensNothing) {
      this.kept.delete(key);
      return { ...authority, evidence: null };
    }
    const found: Kept = { authority, ...(plain === opensNothing ? { kind: 'whole', text: whole } : { kind: 'plain', text: plain }) };
    this.kept.set(key, found);
    return this.grounded(asker, token, found);
  }

  /** What a person may do now, asked inside a transaction: to say so, or to act on their behalf. Null when the account is closed. */
  async ofPerson(em: EntityManager, asker: Omit<Asker, 'token'>, personId: string): Promise<Authority | null> {
    const { tenant, now } = asker;
    const { sql, values } = numbered(this.byPerson, [tenant.id, dateIn(now, tenant.timeZone), now.toISOString(), personId]);
    const [row] = await em.execute<{ evidence: string | null }[]>(`${sql} as evidence`, values);
    return row?.evidence == null ? null : this.authorityBy(asker, row.evidence);
  }

  private authorityBy(asker: Omit<Asker, 'token'>, evidence: string): Authority {
    const actor = evidence === opensNothing ? nobodyOf(asker) : this.actorBy(asker, evidence);
    return { actor, ability: abilityFor(actor, asker.features.features.flatMap((feature) => feature.abilities ?? [])) };
  }

  private actorBy({ tenant, features, language }: Omit<Asker, 'token'>, evidence: string): Actor {
    const { id, name, grants } = this.identity.read(evidence);
    const index = indexOf(features);
    const permitted = grants.map((grant) => ({ ...grant, permissions: permissionsOfGrant(index, grant) }));
    return { kind: 'person', tenantId: tenant.id, personId: id, name, language, grants: permitted };
  }

  /** The moment by which the session must not have ended is another one each time. */
  private grounded(asker: Asker, token: Buffer, { authority, kind, text }: Kept): GroundedAuthority {
    return { ...authority, evidence: { text, statement: this.statementOf(asker, token, kind) } };
  }

  private nobody(asker: Asker): Authority {
    const key = keyOf(asker, null);
    let nobody = this.nobodies.get(key);
    if (!nobody) this.nobodies.set(key, (nobody = this.authorityBy(asker, opensNothing)));
    return nobody;
  }

  private statementOf({ tenant, now }: Asker, token: Buffer, kind: EvidenceKind): EvidenceStatement {
    return { name: `${kind} evidence`, text: this.bySession[kind], values: [tenant.id, dateIn(now, tenant.timeZone), now.toISOString(), token] };
  }
}

/** A token names its tenant; one of another tenant opens nothing. */
function tokenHash({ tenant, token }: Asker): Buffer | null {
  return token !== null && tokenNames(token, tenant.slug) ? hashToken(token) : null;
}

function keyOf({ tenant, features, language }: Asker, token: Buffer | null): string {
  return `${tenant.id} ${numberOf(features)} ${language} ${token ? token.toString('base64') : ''}`;
}

function nobodyOf({ tenant, language }: Omit<Asker, 'token'>): Actor {
  return { kind: 'anonymous', tenantId: tenant.id, personId: null, name: null, language, grants: [] };
}
