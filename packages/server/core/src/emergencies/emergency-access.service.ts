import { LockMode } from '@mikro-orm/core';
import { Forbidden, indexOf, refuse, requiredWords, stepTo, type Transaction } from '@weixiang/kernel';
import { dateIn } from '@weixiang/shared';
import { noteBorrower } from '../people/borrower.js';
import { Person } from '../people/person.entity.js';
import { RoleAssignment } from '../people/role-assignment.entity.js';
import { actingPerson } from '../wishes/acting-person.js';
import { EmergencyAccess } from './emergency-access.entity.js';
import { EmergencyState } from './emergency-access.enums.js';
import type { EndEmergencyAccessInput, OpenEmergencyAccessInput, ReviewEmergencyAccessInput } from './emergency-access.inputs.js';
import { givesAnything, isBeyondTaking, isOpenAt, longestHours } from './emergency-access.rules.js';
import { emergencyLife } from './emergency-access.workflow.js';

/** Name of the job that writes down that one ran out. */
export const runOutJob = 'emergency.runOut';

const longestWords = 500;
const shortestReason = 10;

/**
 * Takes another's role for hours. It counts from the next request on, and not a moment longer than `until`, whether or not
 * the job that writes down its end has run.
 * @throws Refusal EMERGENCY_REASON_TOO_SHORT, EMERGENCY_HOURS, EMERGENCY_ROLE_OVER, EMERGENCY_NEVER, EMERGENCY_YOURS, EMERGENCY_OPEN,
 *   EMERGENCY_NOT_NEEDED; Forbidden.
 */
export async function openEmergencyAccess(tx: Transaction, input: OpenEmergencyAccessInput): Promise<EmergencyAccess> {
  const assignment = await tx.load(RoleAssignment, input.assignment, 'take', { field: 'assignment' });
  const person = await takingTurns(tx);
  const reason = requiredWords(input.reason, 'reason', longestWords);
  if ([...reason].length < shortestReason) throw refuse('EMERGENCY_REASON_TOO_SHORT', 'reason', { limit: shortestReason });
  if (input.hours < 1 || input.hours > longestHours) throw refuse('EMERGENCY_HOURS', 'hours', { limit: longestHours });
  await refuseRole(tx, assignment, person);
  const { orgUnit, person: holder } = await tx.em.populate(assignment, ['orgUnit']);
  const until = new Date(tx.now.getTime() + input.hours * 3_600_000);
  const access = tx.create(EmergencyAccess, { orgUnit, assignment, holder, person, reason, until });
  await noteBorrower(tx, person);
  tx.announce('emergency.opened', access, { role: assignment.role, words: reason });
  tx.enqueue({ name: runOutJob, payload: { id: access.id }, at: until, key: `${runOutJob} ${access.id}` });
  return access;
}

/** Ends it early; the next request is without it. @throws Refusal EMERGENCY_OVER. */
export async function endEmergencyAccess(tx: Transaction, input: EndEmergencyAccessInput): Promise<EmergencyAccess> {
  const access = await tx.load(EmergencyAccess, input.id, 'end', input);
  if (!isOpenAt(tx.now, access)) throw refuse('EMERGENCY_OVER', 'id');
  step(tx, access, 'end');
  access.endedAt = tx.now;
  access.endedBy = actingPerson(tx);
  tx.announce('emergency.ended', access);
  return access;
}

/** Says whether it was justified, once it is over. @throws Refusal EMERGENCY_STILL_OPEN, EMERGENCY_REVIEWED; Forbidden to who opened it. */
export async function reviewEmergencyAccess(tx: Transaction, input: ReviewEmergencyAccessInput): Promise<EmergencyAccess> {
  const access = await tx.load(EmergencyAccess, input.id, 'review', input);
  if (isOpenAt(tx.now, access)) throw refuse('EMERGENCY_STILL_OPEN', 'id');
  if (access.reviewedAt !== null) throw refuse('EMERGENCY_REVIEWED', 'id');
  const remark = requiredWords(input.remark, 'remark', longestWords);
  runOut(tx, access);
  step(tx, access, input.isJustified ? 'justify' : 'object', { words: remark });
  Object.assign(access, { remark, reviewedBy: actingPerson(tx), reviewedAt: tx.now });
  tx.announce('emergency.reviewed', access, { isJustified: input.isJustified, words: remark });
  return access;
}

/** Writes down that it ran out; does nothing when it was ended before. */
export async function writeRunningOut(tx: Transaction, id: string): Promise<void> {
  const access = await tx.peek(EmergencyAccess, id, LockMode.PESSIMISTIC_WRITE);
  if (access && !isOpenAt(tx.now, access) && runOut(tx, access)) tx.announce('emergency.ranOut', access);
}

function runOut(tx: Transaction, access: EmergencyAccess): boolean {
  if (access.state !== EmergencyState.OPEN) return false;
  step(tx, access, 'runOut');
  access.endedAt = access.until;
  return true;
}

function step(tx: Transaction, access: EmergencyAccess, name: string, words: Readonly<Record<string, unknown>> = {}): void {
  // Whether this actor may was decided by the ability: it knows who opened it, too.
  const next = stepTo(tx, emergencyLife, name, { state: access.state, path: access.orgPath, own: ['role.grant', 'emergency.read', 'emergency.review'] }, words);
  access.state = EmergencyState[next as EmergencyState]; // the workflow's states are the enum's
}

/** One person's openings take turns, so that two at once are seen by each other. */
async function takingTurns(tx: Transaction): Promise<Person> {
  const { personId } = tx.actor;
  if (personId === null) throw new Forbidden('take RoleAssignment');
  return tx.em.findOneOrFail(Person, { id: personId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

async function refuseRole(tx: Transaction, { role, since, until, orgUnit, orgPath }: RoleAssignment, person: Person): Promise<void> {
  const today = dateIn(tx.now, tx.tenant.timeZone);
  if (since > today || (until !== null && until < today)) throw refuse('EMERGENCY_ROLE_OVER', 'assignment');
  if (isBeyondTaking(indexOf(tx.features), role)) throw refuse('EMERGENCY_NEVER', 'assignment');
  const held = await tx.em.count(RoleAssignment, { person, role, orgUnit, since: { $lte: today }, $or: [{ until: null }, { until: { $gte: today } }] });
  if (held > 0) throw refuse('EMERGENCY_YOURS', 'assignment');
  const open = await tx.em.count(EmergencyAccess, { person, state: EmergencyState.OPEN, until: { $gt: tx.now }, orgUnit, assignment: { role } });
  if (open > 0) throw refuse('EMERGENCY_OPEN', 'assignment');
  if (!givesAnything(indexOf(tx.features), tx.actor, role, orgPath)) throw refuse('EMERGENCY_NOT_NEEDED', 'assignment');
}
