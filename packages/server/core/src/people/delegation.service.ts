import { indexOf, optionalWords, refuse, type Transaction } from '@weixiang/kernel';
import { dateIn, dayBefore, daysBetween } from '@weixiang/shared';
import type { DelegateRoleInput, EndDelegationInput } from './delegation.inputs.js';
import { Delegation } from './delegation.entity.js';
import { missingPermission, nameOf } from './authority.js';
import { noteBorrower } from './borrower.js';
import { Person } from './person.entity.js';
import { RoleAssignment } from './role-assignment.entity.js';

const longestDays = 92;

/**
 * Lends a role for a time: its holder does, or who could grant it there. What stays with the holder (granting roles) is
 * not lent, so that nothing lent outlasts the loan.
 * @throws Refusal DATES_REVERSED, DATE_PAST, DELEGATION_TOO_LONG, DELEGATION_OUTLASTS_ROLE, DELEGATION_TO_HOLDER,
 *   DELEGATION_THERE, ROLE_NOT_LENT, GRANT_EXCEEDS_YOURS.
 */
export async function delegateRole(tx: Transaction, input: DelegateRoleInput): Promise<Delegation> {
  const assignment = await tx.load(RoleAssignment, input.assignment, 'delegate', { field: 'assignment' });
  const person = await tx.refer(Person, input.person, 'person');
  if (person.isClosed) throw refuse('NOT_FOUND', 'person');
  if (person.id === assignment.person.id) throw refuse('DELEGATION_TO_HOLDER', 'person');
  if (!isLent(tx, assignment.role)) throw refuse('ROLE_NOT_LENT', 'assignment');
  const missing = assignment.person.id === tx.actor.personId ? null : missingPermission(tx, assignment.role, assignment.orgPath);
  if (missing) throw refuse('GRANT_EXCEEDS_YOURS', 'assignment', nameOf(missing));
  const { since, until } = daysOf(tx, input, assignment);
  const there = await tx.em.count(Delegation, { assignment, person, since: { $lte: until }, until: { $gte: since } });
  if (there > 0) throw refuse('DELEGATION_THERE', 'person');
  await tx.em.populate(assignment, ['orgUnit']);
  const { orgUnit, person: lender } = assignment;
  const delegation = tx.create(Delegation, { orgUnit, assignment, lender, person, since, until, reason: optionalWords(input.reason, 'reason', 200) });
  await noteBorrower(tx, person);
  tx.announce('delegation.begun', delegation, { role: assignment.role, person: person.id });
  return delegation;
}

/** Ends a delegation with yesterday, so that the next request is without it. */
export async function endDelegation(tx: Transaction, input: EndDelegationInput): Promise<Delegation> {
  const delegation = await tx.load(Delegation, input.id, 'end', input);
  const today = dateIn(tx.now, tx.tenant.timeZone);
  if (delegation.until >= today) delegation.until = dayBefore(today);
  tx.announce('delegation.ended', delegation, { person: delegation.person.id });
  return delegation;
}

function daysOf(tx: Transaction, input: DelegateRoleInput, { until: roleEnds }: RoleAssignment): { since: string; until: string } {
  const today = dateIn(tx.now, tx.tenant.timeZone);
  const since = input.since ?? today;
  const { until } = input;
  if (since < today) throw refuse('DATE_PAST', 'since');
  if (until < since) throw refuse('DATES_REVERSED', 'until');
  if (daysBetween(since, until) > longestDays) throw refuse('DELEGATION_TOO_LONG', 'until', { days: longestDays });
  if (roleEnds !== null && until > roleEnds) throw refuse('DELEGATION_OUTLASTS_ROLE', 'until', { on: roleEnds });
  return { since, until };
}

/** Whether anything of a role reaches a unit; a resident's rights are their own. */
function isLent(tx: Transaction, role: string): boolean {
  const { permissions, lentPermissionsOf } = indexOf(tx.features);
  return [...lentPermissionsOf(role)].some((name) => permissions.get(name)?.level !== 'own');
}
