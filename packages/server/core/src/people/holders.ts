import { arrayText, indexOf, prepared, type Transaction } from '@weixiang/kernel';
import { dateIn, pathsDownTo } from '@weixiang/shared';

const held = 'held.org_path = asked.path and held.since <= ? and (held.until is null or held.until >= ?) and held.role = any(?::text[])';
const holding = prepared(`with asked (place, path, level) as (select * from unnest(?::text[], ?::text[], ?::int[])), found as (
    select asked.place, held.person_id, asked.level
    from asked join role_assignment held on held.tenant_id = ? and ${held}
    union all
    select asked.place, lent.person_id, asked.level
    from asked join role_assignment held on held.tenant_id = ? and ${held}
    join delegation lent on lent.tenant_id = ? and lent.assignment_id = held.id and lent.since <= ? and lent.until >= ?
  )
  select found.* from found join person on person.tenant_id = ? and person.id = found.person_id and not person.is_closed`);

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
  const asked = places.flatMap((place) => pathsDownTo(place).map((path, level) => ({ place, path, level })));
  const rows = await tx.em.execute<{ place: string; person_id: string; level: number }[]>(holding, [
    arrayText(asked.map(({ place }) => place)), arrayText(asked.map(({ path }) => path)), arrayText(asked.map(({ level }) => String(level))),
    tx.tenant.id, today, today, arrayText(roles),
    tx.tenant.id, today, today, arrayText(lendable), tx.tenant.id, today, today,
    tx.tenant.id,
  ]);
  return new Map(
    places.map((place) => {
      const here = rows.filter((row) => row.place === place);
      const nearest = Math.max(...here.map(({ level }) => level));
      return [place, [...new Set(here.filter(({ level }) => level === nearest).map(({ person_id: person }) => person))]];
    }),
  );
}
