import { indexOf, type Transaction } from '@weixiang/kernel';
import { dateIn } from '@weixiang/shared';

/**
 * Who holds a permission nearest to each of these places today: at the unit itself, else at the first one above that has
 * somebody. People by path; what is above them stays out of it, since they have others to look first.
 * @example (await nearestHolders(tx, 'wish.answer', [wish.orgPath])).get(wish.orgPath)
 */
export async function nearestHolders(tx: Transaction, permission: string, paths: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rolesWith } = indexOf(tx.features);
  const roles = rolesWith(permission);
  const places = [...new Set(paths)];
  if (roles.length === 0 || places.length === 0) return new Map();
  const today = dateIn(tx.now, tx.tenant.timeZone);
  const rows = await tx.em.execute<{ place: string; person_id: string; level: number }[]>(
    `select asked.place, held.person_id, nlevel(held.org_path) as level
     from (values ${places.map(() => '(?)').join(', ')}) as asked (place)
     join role_assignment held on held.tenant_id = ? and held.org_path @> asked.place::ltree
       and held.role in (${roles.map(() => '?').join(', ')}) and held.since <= ? and (held.until is null or held.until >= ?)
     join person on person.tenant_id = ? and person.id = held.person_id and not person.is_closed`,
    [...places, tx.tenant.id, ...roles, today, today, tx.tenant.id],
  );
  return new Map(
    places.map((place) => {
      const here = rows.filter((row) => row.place === place);
      const nearest = Math.max(...here.map(({ level }) => level));
      return [place, [...new Set(here.filter(({ level }) => level === nearest).map(({ person_id: person }) => person))]];
    }),
  );
}
