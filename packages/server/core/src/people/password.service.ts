import { closeSessionsOf, Forbidden, hashPassword, isPassword, Refusal, refuse, type RequestContext, type Transaction } from '@weixiang/kernel';
import { refuseBeyond } from './authority.js';
import type { ResetPasswordInput } from './password.inputs.js';
import { oneTimePassword, oneTimePasswordDays, shortestPassword } from './password.rules.js';
import { Person } from './person.entity.js';

const guesses = 5;

/** A password as an account keeps it. */
export type KeptPassword = Pick<Person, 'passwordHash' | 'passwordExpiresAt'>;

/** The refusal PASSWORD_TOO_SHORT, blaming the field; null for a password that is long enough. */
export function shortPassword(password: string, field: string): Refusal | null {
  return [...password].length < shortestPassword ? refuse('PASSWORD_TOO_SHORT', field, { length: shortestPassword }) : null;
}

/** A password that somebody else knows: it opens the account once, within a week. */
export async function oneTime(password: string, now: Date): Promise<KeptPassword> {
  return { passwordHash: await hashPassword(password), passwordExpiresAt: new Date(now.getTime() + oneTimePasswordDays * 86_400_000) };
}

/** Puts a password of the person's own in place of another, and ends the sessions that the other one opened, but for `token`'s. */
export async function choosePassword(tx: Transaction, person: Person, passwordHash: string, token: string | null): Promise<void> {
  Object.assign(person, { passwordHash, passwordExpiresAt: null } satisfies KeptPassword);
  await closeSessionsOf(tx.em, tx.tenant.id, person.id, token);
  tx.announce('person.passwordChanged', person);
}

/**
 * The hash of one's next password, or the refusal. Looked at before any transaction, since a password takes its time.
 * @throws Forbidden for nobody.
 */
export async function nextPassword({ actor, attempts, kernel, tenant }: RequestContext, current: string, next: string): Promise<string | Refusal> {
  const { personId } = actor;
  if (personId === null) throw new Forbidden('change Person');
  const tooShort = shortPassword(next, 'next');
  if (tooShort) return tooShort;
  const key = `password of ${personId}`;
  const minutes = await attempts.claim(key, guesses);
  if (minutes > 0) return refuse('SIGN_IN_THROTTLED', 'current', { minutes });
  const person = await kernel.database.inTenant(tenant.id, (em) => em.findOne(Person, { id: personId }));
  if (!person?.passwordHash) return refuse('NO_PASSWORD', 'current');
  if (!(await isPassword(person.passwordHash, current))) return refuse('PASSWORD_WRONG', 'current');
  await attempts.succeed(key);
  if (current === next) return refuse('PASSWORD_UNCHANGED', 'next');
  return hashPassword(next);
}

/** Changes one's own password; every other session ends. */
export async function changePassword(tx: Transaction, hash: string | Refusal, token: string | null): Promise<Person> {
  if (hash instanceof Refusal) throw hash;
  const person = await tx.load(Person, String(tx.actor.personId), 'read');
  await choosePassword(tx, person, hash, token);
  return person;
}

/**
 * Draws a one-time password for somebody's account; their sessions end.
 * @throws Refusal NO_PASSWORD, RESET_YOUR_OWN, RESET_EXCEEDS_YOURS.
 */
export async function resetPassword(tx: Transaction, input: ResetPasswordInput): Promise<{ person: Person; password: string }> {
  const person = await tx.load(Person, input.id, 'manage', input);
  if (person.id === tx.actor.personId) throw refuse('RESET_YOUR_OWN', 'id');
  await refuseBeyond(tx, person, 'RESET_EXCEEDS_YOURS');
  if (person.login === null || person.isClosed) throw refuse('NO_PASSWORD', 'id');
  const password = oneTimePassword();
  Object.assign(person, await oneTime(password, tx.now));
  await closeSessionsOf(tx.em, tx.tenant.id, person.id);
  tx.announce('person.passwordReset', person);
  return { person, password };
}
