import { Forbidden, indexOf, refuse, type Transaction } from '@weixiang/kernel';
import { newId, parseTypeId } from '@weixiang/shared';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ArchiveNotificationsInput, ChooseNotificationsInput, MarkNotificationsReadInput, UndoNotificationsReadInput } from './notification.inputs.js';
import { notificationTopic } from './tell.service.js';

const mostAtOnce = 100;

/** How many notifications a person has not read. */
export async function unreadCount(em: EntityManager, tenantId: string, personId: string): Promise<number> {
  const [row] = await em.execute<{ unread: number }[]>(
    'select count(*)::int as unread from notification where tenant_id = ? and person_id = ? and read_at is null and archived_at is null',
    [tenantId, personId],
  );
  return row?.unread ?? 0;
}

/** Marks what is unread as read. Their moment is the name by which it can be taken back. */
export async function markRead(tx: Transaction, { ids, kinds }: MarkNotificationsReadInput): Promise<{ readAt: Date; count: number; unread: number }> {
  const person = self(tx);
  const some = ids == null ? null : uuidsOf(ids);
  const marked = await tx.em.execute<{ id: string }[]>(
    `update notification set read_at = ?, version = version + 1
     where tenant_id = ? and person_id = ? and read_at is null and archived_at is null${oneOf('id', some)}${oneOf('kind', kinds)} returning id`,
    [tx.now, tx.tenant.id, person, ...(some ?? []), ...(kinds ?? [])],
  );
  return { readAt: tx.now, ...(await changed(tx, person, marked.length)) };
}

/** Takes a reading back: what was marked at that moment is unread again. */
export async function undoRead(tx: Transaction, { readAt }: UndoNotificationsReadInput): Promise<{ count: number; unread: number }> {
  const person = self(tx);
  const marked = await tx.em.execute<{ id: string }[]>(
    'update notification set read_at = null, version = version + 1 where tenant_id = ? and person_id = ? and read_at = ? returning id',
    [tx.tenant.id, person, readAt],
  );
  return changed(tx, person, marked.length);
}

/** Puts notifications away, or takes them out again; what is put away unread stays so, and is not counted. */
export async function archive(tx: Transaction, { ids, isArchived }: ArchiveNotificationsInput): Promise<{ count: number; unread: number }> {
  const person = self(tx);
  const some = uuidsOf(ids);
  const at = isArchived === false ? null : tx.now;
  const put = await tx.em.execute<{ id: string }[]>(
    `update notification set archived_at = ?, version = version + 1
     where tenant_id = ? and person_id = ? and (archived_at is null) = ?${oneOf('id', some)} returning id`,
    [at, tx.tenant.id, person, at !== null, ...some],
  );
  return changed(tx, person, put.length);
}

/** Keeps whether somebody wants to be told of a kind. */
export async function choose(tx: Transaction, { kind, isWanted }: ChooseNotificationsInput): Promise<void> {
  const person = self(tx);
  const known = indexOf(tx.features).notifications.get(kind);
  if (!known || known.isAlwaysTold) throw refuse('NOT_FOUND', 'kind');
  if (isWanted) await tx.em.execute('delete from notification_mute where tenant_id = ? and person_id = ? and kind = ?', [tx.tenant.id, person, kind]);
  else {
    await tx.em.execute('insert into notification_mute (tenant_id, id, created_at, person_id, kind) values (?, ?, ?, ?, ?) on conflict (tenant_id, person_id, kind) do nothing', [
      tx.tenant.id, newId(), tx.now, person, kind,
    ]);
  }
}

/** The other windows of the same person show the new count too. */
async function changed(tx: Transaction, person: string, count: number): Promise<{ count: number; unread: number }> {
  if (count > 0) tx.signal(notificationTopic, [person]);
  return { count, unread: await unreadCount(tx.em, tx.tenant.id, person) };
}

/** @throws Forbidden for nobody: only people are told. */
function self({ actor }: Transaction): string {
  if (actor.kind !== 'person' || actor.personId === null) throw new Forbidden('read Notification');
  return actor.personId;
}

function uuidsOf(ids: readonly string[]): string[] {
  if (ids.length > mostAtOnce) throw refuse('TOO_MANY', 'ids', { limit: mostAtOnce });
  return ids.flatMap((id) => {
    const parsed = parseTypeId(id);
    return parsed?.prefix === 'notification' ? [parsed.uuid] : [];
  });
}

function oneOf(column: string, values: readonly string[] | null | undefined): string {
  if (values == null) return '';
  return values.length === 0 ? ' and false' : ` and ${column} in (${values.map(() => '?').join(', ')})`;
}
