import { hash, randomBytes } from 'node:crypto';
import type { NewSession } from '../request/sessions.js';
import type { Operator } from './operator.service.js';
import type { PlatformTransaction } from './platform.transaction.js';

const livesForHours = 12;
// No tenant's token begins so: theirs go wx_<slug>_.
const prefix = 'wxp_';

/** Opens an operator's session; the token goes to the client once and is kept nowhere. */
export async function openOperatorSession(tx: PlatformTransaction, operatorId: string): Promise<NewSession> {
  const token = `${prefix}${randomBytes(32).toString('base64url')}`;
  const expiresAt = new Date(tx.now.getTime() + livesForHours * 3_600_000);
  await tx.em.execute('delete from platform_session where expires_at <= ?', [tx.now]);
  await tx.em.execute('insert into platform_session (token_hash, operator_id, created_at, expires_at) values (?, ?, ?, ?)', [hashToken(token), operatorId, tx.now, expiresAt]);
  return { token, expiresAt };
}

/** Whose session this is; null when there is none, it has ended, or the account is closed. */
export async function operatorOfSession(tx: PlatformTransaction, token: string): Promise<Operator | null> {
  const [row] = await tx.em.execute<Operator[]>(
    `select o.id, o.login, o.name from platform_session s join platform_operator o on o.id = s.operator_id
     where s.token_hash = ? and s.expires_at > ? and not o.is_closed`,
    [hashToken(token), tx.now],
  );
  return row ?? null;
}

/** Ends one session. */
export async function closeOperatorSession(tx: PlatformTransaction, token: string): Promise<void> {
  await tx.em.execute('delete from platform_session where token_hash = ?', [hashToken(token)]);
}

/** Whether a token can be an operator's at all; a tenant's is not even looked up. */
export const namesPlatform = (token: string): boolean => token.startsWith(prefix);

function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
