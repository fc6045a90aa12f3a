import { isPassword, openSession, refuse, type NewSession, type RequestContext, type Transaction } from '@weixiang/kernel';
import { Person } from './person.entity.js';

const failuresPerLoginAndAddress = 5;
const failuresPerLogin = 30;

/** What signing in takes. */
export interface Credentials {
  login: string;
  password: string;
}

/**
 * Opens a session. Failures are counted, by login and address and by login alone; successes are not.
 * @throws Refusal SIGN_IN_FAILED, SIGN_IN_THROTTLED.
 */
export async function signIn(tx: Transaction, context: RequestContext, { login, password }: Credentials): Promise<{ session: NewSession; person: Person }> {
  const name = login.trim().toLowerCase();
  const narrow = `sign-in ${name} ${context.clientAddress}`;
  const wide = `sign-in ${name}`;
  const minutes = Math.max(
    await context.attempts.minutesToWait(narrow, failuresPerLoginAndAddress),
    await context.attempts.minutesToWait(wide, failuresPerLogin),
  );
  if (minutes > 0) throw refuse('SIGN_IN_THROTTLED', null, { minutes });
  const person = await tx.em.findOne(Person, { login: name, isClosed: false });
  if (!(await isPassword(person?.passwordHash ?? null, password)) || !person) {
    await context.attempts.fail(narrow);
    await context.attempts.fail(wide);
    throw refuse('SIGN_IN_FAILED', 'password');
  }
  await context.attempts.succeed(narrow);
  const session = await openSession(tx.em, tx.tenant, person.id, tx.now);
  tx.announce('person.signedIn', person);
  return { session, person };
}
