import { pathsOf, type ConsumedEvent, type Recipients, type Transaction } from '@weixiang/kernel';
import { nearestHolders } from '../people/holders.js';

/**
 * Tells who holds a permission nearest to the unit of each event's record.
 * @example recipients: nearest('wish.answer')
 */
export const nearest =
  (permission: string) =>
  async (tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> => {
    const subject = events[0]?.subject ?? '';
    const paths = await pathsOf(tx.em, tx.tenant.id, subject, events.map(({ subjectId }) => subjectId));
    return holdersAt(tx, permission, new Map(events.map(({ id, subjectId }) => [id, paths.get(subjectId) ?? null])));
  };

/** Who holds a permission nearest to a path, by the id of the event that has the path. */
export async function holdersAt(tx: Transaction, permission: string, paths: ReadonlyMap<string, string | null>): Promise<Recipients> {
  const known = [...paths].flatMap(([id, path]) => (path === null ? [] : [[id, path] as const]));
  const holders = await nearestHolders(tx, permission, known.map(([, path]) => path));
  return new Map(known.map(([id, path]) => [id, (holders.get(path) ?? []).map((person) => ({ person }))]));
}

/** Tells one person for each record, where there is one: `ofRecords(events, new Map([[wish.id, wish.wisher.id]]))`. */
export function ofRecords(events: readonly ConsumedEvent[], people: ReadonlyMap<string, string | null | undefined>): Recipients {
  return new Map(
    events.flatMap(({ id, subjectId }) => {
      const person = people.get(subjectId);
      return person ? [[id, [{ person }]] as const] : [];
    }),
  );
}
