import type { NotificationKind, Transaction } from '@weixiang/kernel';
import { dateIn, newId } from '@weixiang/shared';

/** Topic of the hint that somebody has something new. */
export const notificationTopic = 'notification';

/** One thing for one person. */
export interface Told {
  kind: NotificationKind;
  /** UUID. */
  person: string;
  subject: string;
  /** UUID. */
  subjectId: string;
  at: Date;
}

interface Row extends Told {
  groupKey: string;
  count: number;
}

/**
 * Tells people, but for what they do not want to be told. What is unread of the same group takes it in: many of one kind on
 * one day, or the same thing about the same record again.
 */
export async function tell(tx: Transaction, all: readonly Told[]): Promise<void> {
  const muted = await mutedOf(tx, all);
  const rows = new Map<string, Row>();
  for (const told of all) {
    if (!told.kind.isAlwaysTold && muted.has(`${told.person} ${told.kind.name}`)) continue;
    const groupKey = told.kind.many ? `${told.kind.name} ${dateIn(told.at, tx.tenant.timeZone)}` : `${told.kind.name} ${told.subjectId}`;
    const before = rows.get(`${told.person} ${groupKey}`);
    const count = (before?.count ?? 0) + (told.kind.many || !before ? 1 : 0);
    rows.set(`${told.person} ${groupKey}`, { ...told, groupKey, count });
  }
  const unread = await unreadOf(tx, [...rows.values()]);
  const fresh = [...rows].filter(([key]) => !unread.has(key)).map(([, row]) => row);
  const joining = [...rows].flatMap(([key, row]) => (unread.has(key) ? [{ ...row, id: unread.get(key) ?? '' }] : []));
  for (let from = 0; from < fresh.length; from += 500) await insert(tx, fresh.slice(from, from + 500));
  for (let from = 0; from < joining.length; from += 500) await join(tx, joining.slice(from, from + 500));
  tx.signal(notificationTopic, [...new Set([...rows.values()].map(({ person }) => person))]);
}

async function mutedOf(tx: Transaction, all: readonly Told[]): Promise<Set<string>> {
  const people = [...new Set(all.map(({ person }) => person))];
  if (people.length === 0) return new Set();
  const rows = await tx.em.execute<{ person_id: string; kind: string }[]>(
    `select person_id, kind from notification_mute where tenant_id = ? and person_id in (${people.map(() => '?').join(', ')})`,
    [tx.tenant.id, ...people],
  );
  return new Set(rows.map(({ person_id: person, kind }) => `${person} ${kind}`));
}

/** Ids of what is unread, by person and group; locked, so that whoever reads it now is told anew. */
async function unreadOf(tx: Transaction, rows: readonly Row[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map();
  const people = [...new Set(rows.map(({ person }) => person))];
  const keys = [...new Set(rows.map(({ groupKey }) => groupKey))];
  const found = await tx.em.execute<{ id: string; person_id: string; group_key: string }[]>(
    `select id, person_id, group_key from notification
     where tenant_id = ? and person_id in (${people.map(() => '?').join(', ')}) and group_key in (${keys.map(() => '?').join(', ')})
       and read_at is null and archived_at is null
     order by arrived_at, id for update`,
    [tx.tenant.id, ...people, ...keys],
  );
  return new Map(found.map(({ id, person_id: person, group_key: key }) => [`${person} ${key}`, id]));
}

async function insert(tx: Transaction, rows: readonly Row[]): Promise<void> {
  const values = rows.flatMap(({ person, kind, groupKey, count, subject, subjectId, at }) => [tx.tenant.id, newId(), tx.now, person, kind.name, groupKey, count, subject, subjectId, at]);
  await tx.em.execute(
    `insert into notification (tenant_id, id, created_at, person_id, kind, group_key, count, subject, subject_id, arrived_at)
     values ${rows.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
    values,
  );
}

async function join(tx: Transaction, rows: readonly (Row & { id: string })[]): Promise<void> {
  await tx.em.execute(
    `update notification set count = notification.count + more.count, subject_id = more.subject_id, arrived_at = more.arrived_at, version = version + 1
     from (values ${rows.map(() => '(?::uuid, ?::int, ?::uuid, ?::timestamptz)').join(', ')}) as more (id, count, subject_id, arrived_at)
     where notification.tenant_id = ? and notification.id = more.id`,
    [...rows.flatMap(({ id, kind, count, subjectId, at }) => [id, kind.many ? count : 0, subjectId, at]), tx.tenant.id],
  );
}
