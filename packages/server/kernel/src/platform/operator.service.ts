import { newId } from '@weixiang/shared';
import { randomBytes } from 'node:crypto';
import { refuse } from '../refusal.js';
import { hashPassword } from '../request/password.js';
import { requiredWords } from '../write/words.js';
import type { PlatformTransaction } from './platform.transaction.js';

/** Who runs the platform. */
export interface Operator {
  id: string;
  login: string;
  name: string;
}

/** A login as it is kept. */
export const operatorLogin = (words: string): string => words.trim().toLowerCase();

/** A first password: 96 bits, to be handed over once. */
export const firstPassword = (): string => randomBytes(12).toString('base64url');

/**
 * Makes an operator; the password is told once and kept as a hash.
 * @throws Refusal REQUIRED, TOO_LONG, LOGIN_UNREADABLE, LOGIN_TAKEN.
 */
export async function createOperator(tx: PlatformTransaction, input: { login: string; name: string }): Promise<{ operator: Operator; password: string }> {
  const login = operatorLogin(input.login);
  if (!/^[a-z0-9.-]{3,40}$/.test(login)) throw refuse('LOGIN_UNREADABLE', 'login');
  const name = requiredWords(input.name, 'name', 50);
  const password = firstPassword();
  const rows = await tx.em.execute<{ id: string }[]>(
    'insert into platform_operator (id, login, password_hash, name, created_at) values (?, ?, ?, ?, ?) on conflict (login) do nothing returning id',
    [newId(), login, await hashPassword(password), name, tx.now],
  );
  const [row] = rows;
  if (!row) throw refuse('LOGIN_TAKEN', 'login');
  await tx.note({ action: 'operator.created', subject: login });
  return { operator: { id: row.id, login, name }, password };
}

/** The open account with this login and its password's hash, or null. */
export async function findOperator(tx: PlatformTransaction, login: string): Promise<(Operator & { passwordHash: string }) | null> {
  const [row] = await tx.em.execute<(Operator & { passwordHash: string })[]>(
    'select id, login, name, password_hash as "passwordHash" from platform_operator where login = ? and not is_closed',
    [login],
  );
  return row ?? null;
}
