import { hashPassword, isPassword, openSession, Refusal, refuse, type NewSession, type RequestContext, type Transaction } from '@weixiang/kernel';
import { choosePassword, shortPassword } from './password.service.js';
import { Person } from './person.entity.js';
import { loginOf } from './people.rules.js';
import { takeTurns } from './turns.js';

const failuresPerLoginAndAddress = 5;
const failuresPerLogin = 30;
/** A school or an office has one address and many people; who guesses at one password for every login has one too. */
const failuresPerAddress = 60;

/** What signing in takes. */
export interface Credentials {
  login: string;
  password: string;
  newPassword?: string | null;
}

/** Who was recognised, and the hash of the password that they chose instead. */
export interface Recognised {
  personId: string;
  chosenHash: string | null;
}

/**
 * Who has this login and password, or the refusal: SIGN_IN_FAILED, SIGN_IN_THROTTLED, PASSWORD_MUST_CHANGE,
 * ONE_TIME_PASSWORD_EXPIRED. Failures are counted, by login and address, by login alone and by address alone; successes are
 * not. Asked outside of any transaction: a password takes its time, and nobody should hold a connection meanwhile.
 */
export async function recognise(context: RequestContext, credentials: Credentials): Promise<Recognised | Refusal> {
  const refusal = await countGuess(context);
  if (refusal) return refusal;
  const name = loginOf(credentials.login);
  if (name === null) return recogniseNobody(credentials.password);
  // One guess at a login after the other, so that a hundred at once do not all find the count at nought.
  return takeTurns(`${context.tenant.id} ${name}`, () => recogniseBy(context, name, credentials));
}

/** Counts a guess at anybody from this address until {@link forgiveGuess}; the refusal when there were too many. */
export async function countGuess({ attempts, clientAddress }: RequestContext): Promise<Refusal | null> {
  const minutes = await attempts.claim(`sign-in from ${clientAddress}`, failuresPerAddress);
  return minutes > 0 ? refuse('SIGN_IN_THROTTLED', null, { minutes }) : null;
}

/** It was no guess. */
export function forgiveGuess({ attempts, clientAddress }: RequestContext): Promise<void> {
  return attempts.forgive(`sign-in from ${clientAddress}`);
}

/** Opens a session for who was recognised. @throws Refusal SIGN_IN_FAILED when the account was closed meanwhile. */
export async function signIn(tx: Transaction, recognised: Recognised | Refusal, device: string | null): Promise<{ session: NewSession; person: Person }> {
  if (recognised instanceof Refusal) throw recognised;
  const person = await tx.em.findOne(Person, { id: recognised.personId, isClosed: false });
  if (!person) throw failed();
  if (recognised.chosenHash) await choosePassword(tx, person, recognised.chosenHash, null);
  return { session: await enter(tx, person, device), person };
}

/** Opens a session for a person who has proved who they are. */
export async function enter(tx: Transaction, person: Person, device: string | null): Promise<NewSession> {
  const session = await openSession(tx.em, tx.tenant, person.id, tx.now, device);
  tx.announce('person.signedIn', person);
  return session;
}

async function recogniseBy(context: RequestContext, login: string, { password, newPassword }: Credentials): Promise<Recognised | Refusal> {
  const { attempts, clientAddress, kernel, now, tenant } = context;
  const narrow = `sign-in ${login} ${clientAddress}`;
  const wide = `sign-in ${login}`;
  const minutes = Math.max(await attempts.minutesToWait(narrow, failuresPerLoginAndAddress), await attempts.minutesToWait(wide, failuresPerLogin));
  if (minutes > 0) return refuse('SIGN_IN_THROTTLED', null, { minutes });
  const person = await kernel.database.inTenant(tenant.id, (em) => em.findOne(Person, { login, isClosed: false }));
  if (!(await isPassword(person?.passwordHash ?? null, password)) || !person) {
    await attempts.fail(narrow);
    await attempts.fail(wide);
    return failed();
  }
  await attempts.succeed(narrow);
  await forgiveGuess(context);
  if (person.passwordExpiresAt && person.passwordExpiresAt <= now) return refuse('ONE_TIME_PASSWORD_EXPIRED', 'password');
  if (newPassword == null) return person.passwordExpiresAt ? refuse('PASSWORD_MUST_CHANGE', 'newPassword') : { personId: person.id, chosenHash: null };
  return choose(person.id, password, newPassword);
}

async function choose(personId: string, password: string, newPassword: string): Promise<Recognised | Refusal> {
  const tooShort = shortPassword(newPassword, 'newPassword');
  if (tooShort) return tooShort;
  if (newPassword === password) return refuse('PASSWORD_UNCHANGED', 'newPassword');
  return { personId, chosenHash: await hashPassword(newPassword) };
}

/** What can be no login has nothing to count, and takes as long. */
async function recogniseNobody(password: string): Promise<Refusal> {
  await isPassword(null, password);
  return failed();
}

function failed(): Refusal {
  return refuse('SIGN_IN_FAILED', 'password');
}
