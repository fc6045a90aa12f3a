import { isPassword, openSession, Refusal, refuse, type NewSession, type RequestContext, type Transaction } from '@weixiang/kernel';
import { Person } from './person.entity.js';
import { loginOf } from './people.rules.js';
import { takeTurns } from './turns.js';

const failuresPerLoginAndAddress = 5;
const failuresPerLogin = 30;

/** What signing in takes. */
export interface Credentials {
  login: string;
  password: string;
}

/**
 * UUID of the person whose login and password these are, or the refusal: SIGN_IN_FAILED, SIGN_IN_THROTTLED. Failures are
 * counted, by login and address and by login alone; successes are not. Asked outside of any transaction: a password takes
 * its time, and nobody should hold a connection meanwhile.
 */
export async function recognise(context: RequestContext, { login, password }: Credentials): Promise<string | Refusal> {
  const name = loginOf(login);
  if (name === null) return recogniseNobody(password);
  // One guess at a login after the other, so that a hundred at once do not all find the count at nought.
  return takeTurns(`${context.tenant.id} ${name}`, () => recogniseBy(context, name, password));
}

/** Opens a session for who was recognised. @throws Refusal SIGN_IN_FAILED when the account was closed meanwhile. */
export async function signIn(tx: Transaction, recognised: string | Refusal): Promise<{ session: NewSession; person: Person }> {
  if (recognised instanceof Refusal) throw recognised;
  const person = await tx.em.findOne(Person, { id: recognised, isClosed: false });
  if (!person) throw failed();
  const session = await openSession(tx.em, tx.tenant, person.id, tx.now);
  tx.announce('person.signedIn', person);
  return { session, person };
}

async function recogniseBy({ attempts, clientAddress, kernel, tenant }: RequestContext, login: string, password: string): Promise<string | Refusal> {
  const narrow = `sign-in ${login} ${clientAddress}`;
  const wide = `sign-in ${login}`;
  const minutes = Math.max(await attempts.minutesToWait(narrow, failuresPerLoginAndAddress), await attempts.minutesToWait(wide, failuresPerLogin));
  if (minutes > 0) return refuse('SIGN_IN_THROTTLED', null, { minutes });
  const person = await kernel.database.inTenant(tenant.id, (em) => em.findOne(Person, { login, isClosed: false }));
  if ((await isPassword(person?.passwordHash ?? null, password)) && person) {
    await attempts.succeed(narrow);
    return person.id;
  }
  await attempts.fail(narrow);
  await attempts.fail(wide);
  return failed();
}

/** What can be no login has nothing to count, and takes as long. */
async function recogniseNobody(password: string): Promise<Refusal> {
  await isPassword(null, password);
  return failed();
}

function failed(): Refusal {
  return refuse('SIGN_IN_FAILED', 'password');
}
