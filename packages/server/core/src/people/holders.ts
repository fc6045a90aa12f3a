import { indexOf, type Transaction } from '@weixiang/kernel';
import { dateIn, pathsDownTo } from '@weixiang/shared';

/**
 * Who holds a permission nearest to each of these places today, or was lent the role: at the unit itself, else at the first one above that has
 * somebody. People by path; what is above them stays out of it, since they have others to look first.
 * @example (await nearestHolders(tx, 'wish.answer', [wish.orgPath])).get(wish.orgPath)
 */
export async function nearestHolders(tx: Transaction, permission: string, paths: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rolesWith, lentPermissionsOf } = indexOf(tx.features);
  const roles = rolesWith(permission);
  const lendable = roles.filter((role) => lentPermissionsOf(role).has(permission));
  const places = [...new Set(paths)];
  if (roles.length === 0 || places.length === 0) return new Map();
  const today = dateIn(tx.now, tx.tenant.timeZone);
  // One row for each unit that a place lies in, the place's own last: `held` is found by its path's index.
  const asked = places.flatMap((place) => pathsDownTo(place).map((path, at) => [place, path, at]));
  const held = `held.org_path = asked.path and held.since <= ? and (held.until is null or held.until >= ?)`;
  const oneOf = (some: readonly string[]): string => (some.length === 0 ? 'false' : `held.role in (${some.map(() => '?').join(', ')})`);
  const rows = await tx.em.execute<{ place: string; person_id: string; level: number }[]>(
    `with asked (place, path, level) as (values ${asked.map(() => '(?, ?, ?::int)').join(', ')}), found as (
       select asked.place, held.person_id, asked.level
       from asked join role_assignment held on held.tenant_id = ? and ${held} and ${oneOf(roles)}
       union all
       select asked.place, lent.person_id, asked.level
       from asked join role_assignment held on held.tenant_id = ? and ${held} and ${oneOf(lendable)}
       join delegation lent on lent.tenant_id = ? and lent.assignment_id = held.id and lent.since <= ? and lent.until >= ?
     )
     select found.* from found join person on person.tenant_id = ? and person.id = found.person_id and not person.is_closed`,
    [...asked.flat(), tx.tenant.id, today, today, ...roles, tx.tenant.id, today, today, ...lendable, tx.tenant.id, today, today, tx.tenant.id],
  );
  return new Map(
    places.map((place) => {
      const here = rows.filter((row) => row.place === place);
      const nearest = Math.max(...here.map(({ level }) => level));
      return [place, [...new Set(here.filter(({ level }) => level === nearest).map(({ person_id: person }) => person))]];
    }),
  );
}
