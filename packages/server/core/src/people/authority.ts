import { holdsAt, indexOf, refuse, type Transaction } from '@weixiang/kernel';
import { dateIn, type PermissionDefinition } from '@weixiang/shared';
import { EmergencyAccess } from '../emergencies/emergency-access.entity.js';
import { EmergencyState } from '../emergencies/emergency-access.enums.js';
import { Delegation } from './delegation.entity.js';
import type { Person } from './person.entity.js';
import { RoleAssignment } from './role-assignment.entity.js';

/**
 * @throws Refusal with the code, when the person acts by a role that the actor could not end, the person's own, one that
 *   is lent to them or one that they took in an emergency: nobody takes the account of who stands above, or of who stands in for them.
 */
export async function refuseBeyond(tx: Transaction, person: Person, code: string): Promise<void> {
  const today = dateIn(tx.now, tx.tenant.timeZone);
  const held = await tx.em.find(RoleAssignment, { person, $or: [{ until: null }, { until: { $gte: today } }] });
  const lent = await tx.em.find(Delegation, { person, until: { $gte: today } }, { populate: ['assignment'] });
  const taken = await tx.em.find(EmergencyAccess, { person, state: EmergencyState.OPEN, until: { $gt: tx.now } }, { populate: ['assignment'] });
  const isBeyond = ({ role, orgPath }: RoleAssignment): boolean => !holdsAt(tx.actor, 'role.grant', orgPath) || missingPermission(tx, role, orgPath) !== null;
  if ([...held, ...[...lent, ...taken].map(({ assignment }) => assignment)].some(isBeyond)) throw refuse(code, 'id');
}

/** The first permission of a role that the actor does not hold at a unit with this path; null when they hold all. */
export function missingPermission(tx: Transaction, role: string, path: string): PermissionDefinition | null {
  const { permissions, permissionsOf } = indexOf(tx.features);
  for (const name of permissionsOf(role)) {
    const permission = permissions.get(name);
    if (permission && permission.level !== 'own' && !holdsAt(tx.actor, name, path)) return permission;
  }
  return null;
}

/** A permission’s label, as a refusal fills it in. */
export function nameOf({ label }: PermissionDefinition): Record<string, string> {
  return { permission_zh: label.zh, permission_en: label.en };
}
