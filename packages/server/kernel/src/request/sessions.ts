import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';

const livesForDays = 30;

/** A fresh session: the token goes to the client once and is kept nowhere. */
export interface NewSession {
  token: string;
  expiresAt: Date;
}

/** Opens a session for a person. The token names its tenant, so it can never be used in another. */
export async function openSession(em: EntityManager, tenant: { id: string; slug: string }, personId: string, now: Date): Promise<NewSession> {
  const token = `wx_${tenant.slug}_${randomBytes(32).toString('base64url')}`;
  const expiresAt = new Date(now.getTime() + livesForDays * 86_400_000);
  await em.execute('insert into session (tenant_id, token_hash, person_id, created_at, expires_at) values (?, ?, ?, ?, ?)', [
    tenant.id,
    hashToken(token),
    personId,
    now,
    expiresAt,
  ]);
  return { token, expiresAt };
}

/** The person whose session this is, or null when there is none or it has ended. */
export async function personOfSession(em: EntityManager, tenantId: string, token: string, now: Date): Promise<string | null> {
  const [row] = await em.execute<{ person_id: string }[]>('select person_id from session where tenant_id = ? and token_hash = ? and expires_at > ?', [
    tenantId,
    hashToken(token),
    now,
  ]);
  return row?.person_id ?? null;
}

/** Ends one session. */
export async function closeSession(em: EntityManager, tenantId: string, token: string): Promise<void> {
  await em.execute('delete from session where tenant_id = ? and token_hash = ?', [tenantId, hashToken(token)]);
}

/** Ends every session of a person: the password changed, the account closed. */
export async function closeSessionsOf(em: EntityManager, tenantId: string, personId: string): Promise<void> {
  await em.execute('delete from session where tenant_id = ? and person_id = ?', [tenantId, personId]);
}

/** Whether a token was made for this tenant; says nothing of whether it is valid. */
export function tokenNames(token: string, slug: string): boolean {
  return token.startsWith(`wx_${slug}_`);
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
