import { subject } from '@casl/ability';
import { closeSessionsOf, refuse, type Transaction } from '@weixiang/kernel';
import { dateIn, dayBefore, isTenantRole, parsePhone } from '@weixiang/shared';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { missingPermission, nameOf, refuseBeyond } from './authority.js';
import type { ClosePersonInput, CreatePersonInput, GrantRoleInput, RevokeRoleInput } from './people.inputs.js';
import { oneTimePassword } from './password.rules.js';
import { oneTime, shortPassword, type KeptPassword } from './password.service.js';
import { loginOf } from './people.rules.js';
import { Person } from './person.entity.js';
import { RoleAssignment } from './role-assignment.entity.js';

/** Registers a person at a unit, with an account when a login is given; `password` is the one that was drawn for it. */
export async function createPerson(tx: Transaction, input: CreatePersonInput): Promise<{ person: Person; password: string | null }> {
  const orgUnit = await tx.refer(OrgUnit, input.orgUnit, 'orgUnit');
  // Before anything is looked at: whether a login is taken is nobody else's affair.
  tx.require('manage', subject('Person', { orgPath: orgUnit.orgPath }));
  const name = input.name.trim();
  if (name === '') throw refuse('REQUIRED', 'name');
  if (name.length > 50) throw refuse('TOO_LONG', 'name', { limit: 50 });
  const phone = input.phone ? parsePhone(input.phone) : null;
  if (input.phone && phone === null) throw refuse('PHONE_INVALID', 'phone');
  const drawn = input.login && input.password == null ? oneTimePassword() : null;
  const account = input.login ? await accountOf(tx, input.login, drawn ?? input.password ?? '') : {};
  return { person: tx.create(Person, { orgUnit, orgPath: orgUnit.orgPath, name, phone, ...account }), password: drawn };
}

async function accountOf(tx: Transaction, login: string, password: string): Promise<Pick<Person, 'login'> & KeptPassword> {
  const name = loginOf(login);
  if (name === null) throw refuse('LOGIN_MALFORMED', 'login');
  const tooShort = shortPassword(password, 'password');
  if (tooShort) throw tooShort;
  if ((await tx.em.count(Person, { login: name })) > 0) throw refuse('LOGIN_TAKEN', 'login');
  return { login: name, ...(await oneTime(password, tx.now)) };
}

/**
 * Grants a role at a unit. It never gives more than the granter holds there.
 * @throws Refusal GRANT_EXCEEDS_YOURS naming the first permission that the granter lacks.
 */
export async function grantRole(tx: Transaction, input: GrantRoleInput): Promise<RoleAssignment> {
  const orgUnit = await tx.load(OrgUnit, input.orgUnit, 'grant', { field: 'orgUnit' });
  const person = await tx.refer(Person, input.person, 'person');
  if (!isTenantRole(input.role)) throw refuse('ROLE_UNKNOWN', 'role');
  const missing = missingPermission(tx, input.role, orgUnit.orgPath);
  if (missing) throw refuse('GRANT_EXCEEDS_YOURS', 'role', nameOf(missing));
  const since = input.since ?? dateIn(tx.now, tx.tenant.timeZone);
  if (input.until && input.until < since) throw refuse('DATES_REVERSED', 'until');
  const assignment = tx.create(RoleAssignment, { orgUnit, person, role: input.role, since, until: input.until ?? null });
  tx.announce('role.granted', assignment, { role: input.role });
  return assignment;
}

/**
 * Ends a role today's eve, so that the next request is without it; a role that has not begun is removed. Who could not
 * have granted it cannot end it: nobody dismisses who watches them.
 * @throws Refusal REVOKE_EXCEEDS_YOURS naming the first permission that the actor lacks.
 */
export async function revokeRole(tx: Transaction, input: RevokeRoleInput): Promise<RoleAssignment> {
  const assignment = await tx.load(RoleAssignment, input.id, 'revoke', input);
  const missing = missingPermission(tx, assignment.role, assignment.orgPath);
  if (missing) throw refuse('REVOKE_EXCEEDS_YOURS', 'id', nameOf(missing));
  const today = dateIn(tx.now, tx.tenant.timeZone);
  // A role granted and revoked on one day was held for none: it ends before it begins and never counts.
  if (assignment.until === null || assignment.until >= today) assignment.until = dayBefore(today);
  tx.announce('role.revoked', assignment, { role: assignment.role });
  return assignment;
}

/** Ends every role at a unit that is closed on a day: the eve is the last of them. */
export async function endRolesAt(tx: Transaction, orgUnit: OrgUnit, closedOn: string): Promise<void> {
  const held = await tx.em.find(RoleAssignment, { orgUnit, $or: [{ until: null }, { until: { $gte: closedOn } }] });
  for (const assignment of held) {
    assignment.until = dayBefore(closedOn);
    tx.announce('role.ended', assignment, { role: assignment.role });
  }
}

/**
 * Closes an account: its sessions end, its records stay.
 * @throws Refusal ACCOUNT_EXCEEDS_YOURS when the person holds a role that the actor could not end.
 */
export async function closePerson(tx: Transaction, input: ClosePersonInput): Promise<Person> {
  const person = await tx.load(Person, input.id, 'manage', input);
  await refuseBeyond(tx, person, 'ACCOUNT_EXCEEDS_YOURS');
  person.isClosed = true;
  await closeSessionsOf(tx.em, tx.tenant.id, person.id);
  tx.announce('person.closed', person);
  return person;
}
