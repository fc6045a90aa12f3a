import { arrayText, prepared, type NotificationKind, type Transaction } from '@weixiang/kernel';
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
  const rows = rowsOf(tx, all);
  if (rows.size === 0) return;
  const wanted = await join(tx, [...rows.values()]);
  await insert(tx, wanted.flatMap(({ person, group_key: groupKey, is_joined: isJoined }) => (isJoined ? [] : (rows.get(`${person} ${groupKey}`) ?? []))));
  tx.signal(notificationTopic, [...new Set(wanted.map(({ person }) => person))]);
}

/** What is told to whom, by person and group. */
function rowsOf(tx: Transaction, all: readonly Told[]): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const told of all) {
    const groupKey = told.kind.many ? `${told.kind.name} ${dateIn(told.at, tx.tenant.timeZone)}` : `${told.kind.name} ${told.subjectId}`;
    const before = rows.get(`${told.person} ${groupKey}`);
    const count = (before?.count ?? 0) + (told.kind.many || !before ? 1 : 0);
    rows.set(`${told.person} ${groupKey}`, { ...told, groupKey, count });
  }
  return rows;
}

/** What somebody reads at this moment is looked at again once they have, and they are told anew. */
const joining = prepared(`with told as (
    select * from unnest(?::uuid[], ?::text[], ?::boolean[], ?::text[], ?::int[], ?::uuid[], ?::timestamptz[]) as told (person, kind, is_always, group_key, more, subject_id, at)
  ), wanted as (
    select * from told
    where is_always or not exists (select from notification_mute mute where mute.tenant_id = ? and mute.person_id = told.person and mute.kind = told.kind)
  ), joined as (
    update notification set count = notification.count + wanted.more, subject_id = wanted.subject_id, arrived_at = wanted.at, version = notification.version + 1
    from wanted cross join lateral (
      select id from notification
      where tenant_id = ? and person_id = wanted.person and group_key = wanted.group_key and read_at is null and archived_at is null
      order by arrived_at desc, id desc limit 1 for update) unread
    where notification.tenant_id = ? and notification.id = unread.id
    returning notification.person_id, notification.group_key
  )
  select wanted.person, wanted.group_key, joined.person_id is not null as is_joined
  from wanted left join joined on joined.person_id = wanted.person and joined.group_key = wanted.group_key`);

/** Those of the rows that people want to be told, and whether what is unread took them in. */
async function join({ em, tenant }: Transaction, rows: readonly Row[]): Promise<{ person: string; group_key: string; is_joined: boolean }[]> {
  const each = (column: (row: Row) => string | number | boolean): string => arrayText(rows.map((row) => String(column(row))));
  return em.execute(joining, [
    each(({ person }) => person),
    each(({ kind }) => kind.name),
    each(({ kind }) => kind.isAlwaysTold === true),
    each(({ groupKey }) => groupKey),
    each(({ kind, count }) => (kind.many ? count : 0)),
    each(({ subjectId }) => subjectId),
    each(({ at }) => at.toISOString()),
    tenant.id,
    tenant.id,
    tenant.id,
  ]);
}

const columns = 'tenant_id, id, created_at, person_id, kind, group_key, count, subject, subject_id, arrived_at';
const places = '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
const insertOne = prepared(`insert into notification (${columns}) values ${places}`);
const rowsAtOnce = 500;

async function insert({ em, tenant, now }: Transaction, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce);
    const values = some.flatMap(({ person, kind, groupKey, count, subject, subjectId, at }) => [tenant.id, newId(), now, person, kind.name, groupKey, count, subject, subjectId, at]);
    await em.execute(some.length === 1 ? insertOne : `insert into notification (${columns}) values ${some.map(() => places).join(', ')}`, values);
  }
}
