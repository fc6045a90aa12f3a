import { OneTimeCodes, Refusal, refuse, requiredWords, spendCode, type NewSession, type RequestContext, type Transaction } from '@weixiang/kernel';
import { dateIn, isMobile, parsePhone } from '@weixiang/shared';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { rootUnit } from '../organisation/org-unit.service.js';
import { Person } from './person.entity.js';
import type { SignInWithCodeInput } from './phone-sign-in.inputs.js';
import { codeMessage } from './phone-sign-in.rules.js';
import { RoleAssignment } from './role-assignment.entity.js';
import { countGuess, enter, forgiveGuess } from './session.service.js';

const codesPerAddress = 30;
const longestName = 50;
/** A household, perhaps a shop: more people than this do not share a telephone. */
const mostAtOneNumber = 20;

/** A telephone that was proved, and the code that did it. */
export interface ProvedPhone {
  phone: string;
  hash: string;
}

/** Who signs in, or what must be said first. */
export type Entrance =
  | { session: NewSession; person: Person }
  | { choices: Person[] }
  | { isNew: true };

/**
 * Sends a code to a telephone, whether or not anybody here has it: what it answers tells nobody who lives here.
 * @returns What a demonstration shows in place of a telephone, or the refusal: PHONE_INVALID, CODE_TOO_SOON, CODES_THROTTLED, CODE_NOT_SENT.
 */
export async function sendSignInCode(context: RequestContext, given: string): Promise<{ shown: string | null } | Refusal> {
  const { attempts, clientAddress, kernel, language, requestId, tenant } = context;
  const phone = mobileOf(given);
  if (phone === null) return refuse('PHONE_INVALID', 'phone');
  const minutes = await attempts.claim(`codes to ${clientAddress}`, codesPerAddress);
  if (minutes > 0) return refuse('CODES_THROTTLED', 'phone', { minutes });
  const drawn = await codesOf(context).draw(phone);
  if ('waitSeconds' in drawn) return tooSoon(drawn.waitSeconds);
  try {
    return { shown: await kernel.sms.send(phone, codeMessage(tenant.brand.name, drawn.code, language)) };
  } catch (error) {
    kernel.log.error({ err: error, requestId }, 'a text message was not sent');
    return refuse('CODE_NOT_SENT', 'phone');
  }
}

/** The telephone that these digits prove, or the refusal: PHONE_INVALID, CODE_WRONG, SIGN_IN_THROTTLED. Asked before any transaction. */
export async function provePhone(context: RequestContext, { phone: given, code }: Pick<SignInWithCodeInput, 'phone' | 'code'>): Promise<ProvedPhone | Refusal> {
  const phone = mobileOf(given);
  if (phone === null) return refuse('PHONE_INVALID', 'phone');
  const throttled = await countGuess(context);
  if (throttled) return throttled;
  const hash = await codesOf(context).check(phone, code.normalize('NFKC').trim());
  if (hash === null) return refuse('CODE_WRONG', 'code');
  await forgiveGuess(context);
  return { phone, hash };
}

/**
 * Signs in who has the telephone: the only one, or the one named. Who is not here yet comes in as a resident.
 * @throws Refusal CODE_WRONG when the code was used meanwhile, ACCOUNT_CLOSED, NOT_FOUND, UNIT_CLOSED, PHONE_SHARED_BY_MANY.
 */
export async function signInByPhone(tx: Transaction, proved: ProvedPhone | Refusal, input: SignInWithCodeInput, device: string | null): Promise<Entrance> {
  if (proved instanceof Refusal) throw proved;
  const found = await tx.em.find(Person, { phone: proved.phone }, { orderBy: { createdAt: 'asc', id: 'asc' }, limit: mostAtOneNumber, populate: ['orgUnit'] });
  const here = found.filter(({ isClosed }) => !isClosed);
  const [only] = here;
  if (input.person == null && !input.name?.trim()) {
    if (!only) return { isNew: true };
    if (here.length > 1) return { choices: here };
  }
  if (!(await spendCode(tx.em, tx.tenant.id, proved.phone, proved.hash))) throw refuse('CODE_WRONG', 'code');
  const person = (await chosen(tx, input, found)) ?? (input.name?.trim() ? await join(tx, proved.phone, input, found) : only);
  if (!person) throw refuse('NOT_FOUND', 'person');
  await makeResident(tx, person);
  await tx.em.flush(); // the person before the session
  return { session: await enter(tx, person, device), person };
}

/** Who was picked, or is called so. A closed account is not opened again by coming back under the same name. */
async function chosen(tx: Transaction, { person: id, name }: SignInWithCodeInput, found: readonly Person[]): Promise<Person | null> {
  const picked = id == null ? null : await tx.peek(Person, id);
  const named = found.find((person) => (id == null ? person.name === name?.trim() && !person.isClosed : person.id === picked?.id));
  const isShut = named?.isClosed ?? (id == null && found.some((person) => person.name === name?.trim()));
  if (isShut) throw refuse('ACCOUNT_CLOSED', 'name');
  if (id != null && !named) throw refuse('NOT_FOUND', 'person');
  return named ?? null;
}

async function join(tx: Transaction, phone: string, input: SignInWithCodeInput, there: readonly Person[]): Promise<Person> {
  // Each of them has a vote of their own: one telephone is not to bring in a crowd.
  if (there.length >= mostAtOneNumber) throw refuse('PHONE_SHARED_BY_MANY', 'name', { limit: mostAtOneNumber });
  const name = requiredWords(input.name ?? '', 'name', longestName);
  const orgUnit = input.orgUnit == null ? await rootUnit(tx) : await tx.refer(OrgUnit, input.orgUnit, 'orgUnit');
  if (orgUnit.closedOn) throw refuse('UNIT_CLOSED', 'orgUnit');
  const person = tx.create(Person, { orgUnit, orgPath: orgUnit.orgPath, name, phone });
  tx.announce('person.joined', person);
  return person;
}

/** Who never held a role, a contact of a ledger perhaps, is a resident from now on; whose roles were ended gets none back. */
async function makeResident(tx: Transaction, person: Person): Promise<void> {
  if ((await tx.em.count(RoleAssignment, { person: { id: person.id } })) > 0) return;
  tx.create(RoleAssignment, { orgUnit: person.orgUnit, person, role: 'resident', since: dateIn(tx.now, tx.tenant.timeZone) });
}

function codesOf({ kernel, now, tenant }: RequestContext): OneTimeCodes {
  return new OneTimeCodes(kernel.database, tenant.id, now);
}

function mobileOf(given: string): string | null {
  const phone = parsePhone(given);
  return phone !== null && isMobile(phone) ? phone : null;
}

function tooSoon(seconds: number): Refusal {
  if (seconds <= 90) return refuse('CODE_TOO_SOON', 'phone', { seconds });
  return refuse('CODES_THROTTLED', 'phone', { minutes: Math.ceil(seconds / 60) });
}
