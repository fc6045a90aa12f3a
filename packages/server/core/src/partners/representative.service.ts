import { indexOf, refuse, type Transaction } from '@weixiang/kernel';
import { dateIn, dayBefore, ROLES } from '@weixiang/shared';
import { missingPermission, nameOf } from '../people/authority.js';
import { Person } from '../people/person.entity.js';
import { RoleAssignment } from '../people/role-assignment.entity.js';
import type { AppointRepresentativeInput, DismissRepresentativeInput } from './partner.inputs.js';
import { Partner, PartnerState } from './partner.entity.js';

/**
 * Lets a person speak for a partner: see its projects and agreements, record what it delivers. Who held the role for nobody
 * in particular holds it for this partner from now on.
 * @throws Refusal PARTNER_GONE, ALREADY_REPRESENTS, DATES_REVERSED, GRANT_EXCEEDS_YOURS.
 */
export async function appointRepresentative(tx: Transaction, input: AppointRepresentativeInput): Promise<RoleAssignment> {
  const partner = await tx.load(Partner, input.partner, 'appoint', { field: 'partner' });
  const person = await tx.refer(Person, input.person, 'person');
  if (partner.state === PartnerState.REMOVED) throw refuse('PARTNER_GONE', 'partner');
  const today = dateIn(tx.now, tx.tenant.timeZone);
  if (input.until != null && input.until < today) throw refuse('DATES_REVERSED', 'until');
  const role = representing(tx);
  const held = await tx.em.find(RoleAssignment, { person, role, $or: [{ until: null }, { until: { $gte: today } }] }, { orderBy: { since: 'asc', id: 'asc' } });
  if (held.some((assignment) => assignment.partner?.id === partner.id)) throw refuse('ALREADY_REPRESENTS', 'person');
  await tx.em.populate(person, ['orgUnit']);
  const missing = missingPermission(tx, role, person.orgPath);
  if (missing) throw refuse('GRANT_EXCEEDS_YOURS', 'person', nameOf(missing));
  const unattached = held.find((assignment) => !assignment.partner);
  const assignment = unattached ?? tx.create(RoleAssignment, { orgUnit: person.orgUnit, orgPath: person.orgPath, person, role, since: today });
  assignment.partner = partner;
  assignment.until = input.until ?? null;
  tx.announce('role.granted', assignment, { role });
  return assignment;
}

/** Ends a role as a representative; the next request is without it. @throws Refusal NOT_FOUND for a role that speaks for no partner. */
export async function dismissRepresentative(tx: Transaction, input: DismissRepresentativeInput): Promise<RoleAssignment> {
  const assignment = await tx.load(RoleAssignment, input.id, 'read', input);
  if (!assignment.partner) throw refuse('NOT_FOUND', 'id');
  await tx.load(Partner, assignment.partner.id, 'appoint', {});
  const today = dateIn(tx.now, tx.tenant.timeZone);
  if (assignment.until === null || assignment.until >= today) assignment.until = dayBefore(today);
  tx.announce('role.revoked', assignment, { role: assignment.role });
  return assignment;
}

/** The role that speaks for partners: the one that is declared to. */
function representing({ features }: Transaction): string {
  const { permissionsOf } = indexOf(features);
  const role = Object.keys(ROLES).find((each) => permissionsOf(each).has('partner.represent'));
  if (role === undefined) throw new Error('No role represents partners.');
  return role;
}
