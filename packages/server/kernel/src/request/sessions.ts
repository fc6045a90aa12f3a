import { hash, randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '@weixiang/shared';

const livesForDays = 30;

/** A fresh session: the token goes to the client once and is kept nowhere. */
export interface NewSession {
  token: string;
  expiresAt: Date;
}

/** An open session, as its person sees it. */
export interface OpenSession {
  /** UUID. */
  id: string;
  /** What it was opened on, `Android, WeChat`; null when that is not known. */
  device: string | null;
  openedAt: Date;
  expiresAt: Date;
  /** Whether it is the one that asks. */
  isCurrent: boolean;
}

/** Opens a session for a person. The token names its tenant, so it can never be used in another. */
export async function openSession(em: EntityManager, tenant: { id: string; slug: string }, personId: string, now: Date, device: string | null = null): Promise<NewSession> {
  const token = `wx_${tenant.slug}_${randomBytes(32).toString('base64url')}`;
  const expiresAt = new Date(now.getTime() + livesForDays * 86_400_000);
  await em.execute('insert into session (tenant_id, id, token_hash, person_id, device, created_at, expires_at) values (?, ?, ?, ?, ?, ?, ?)', [
    tenant.id,
    newId(),
    hashToken(token),
    personId,
    device,
    now,
    expiresAt,
  ]);
  return { token, expiresAt };
}

/** SQL of the person whose session this is; none when there is no such session or it has ended. */
export function personIdOfSession(tenantId: string, tokenHash: string, now: string): string {
  return `select person_id from session where session.tenant_id = ${tenantId} and session.token_hash = ${tokenHash} and session.expires_at > ${now}`;
}

/** Ends one session. */
export async function closeSession(em: EntityManager, tenantId: string, token: string): Promise<void> {
  await em.execute('delete from session where tenant_id = ? and token_hash = ?', [tenantId, hashToken(token)]);
}

/** Ends every session of a person, but for the one with the token `except`: the password changed, the account closed. */
export async function closeSessionsOf(em: EntityManager, tenantId: string, personId: string, except: string | null = null): Promise<void> {
  const kept = except === null ? Buffer.alloc(0) : hashToken(except);
  await em.execute('delete from session where tenant_id = ? and person_id = ? and token_hash <> ?', [tenantId, personId, kept]);
}

/** The open sessions of a person, newest first. */
export async function sessionsOf(em: EntityManager, tenantId: string, personId: string, now: Date, token: string | null): Promise<OpenSession[]> {
  const rows = await em.execute<{ id: string; device: string | null; created_at: Date; expires_at: Date; is_current: boolean }[]>(
    `select id, device, created_at, expires_at, token_hash = ? as is_current from session
     where tenant_id = ? and person_id = ? and expires_at > ? order by created_at desc, id desc limit 100`,
    [token === null ? Buffer.alloc(0) : hashToken(token), tenantId, personId, now],
  );
  return rows.map((row) => ({ id: row.id, device: row.device, openedAt: new Date(row.created_at), expiresAt: new Date(row.expires_at), isCurrent: row.is_current }));
}

/** Ends one session of a person by its UUID; false when they have none of that name. */
export async function closeSessionOf(em: EntityManager, tenantId: string, personId: string, id: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>('delete from session where tenant_id = ? and person_id = ? and id = ? returning 1', [tenantId, personId, id]);
  return rows.length > 0;
}

/** Whether a token was made for this tenant; says nothing of whether it is valid. */
export function tokenNames(token: string, slug: string): boolean {
  return token.startsWith(`wx_${slug}_`);
}

/** Under which a session is kept: its token itself is kept nowhere. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
