import { ChangeSet, ChangeSetType, type EntityMetadata, EventType, type FlushEventArgs } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { TenantRecord } from '../entity/record.js';

/**
 * Writes new records past the unit of work, table after table in the order in which the first of each stands. Their hooks run and
 * whoever follows a flush is told, so that columns, events, facts and what search finds are the same; but nobody keeps a snapshot
 * to compare them with, which is most of what a new record costs: what is changed in them afterwards is not noticed.
 */
export async function addRecords(em: EntityManager, records: readonly TenantRecord[]): Promise<void> {
  const changeSets: ChangeSet<TenantRecord>[] = [];
  for (const record of records) changeSets.push(await changeSetOf(em, record));
  const flush = { em, uow: { getChangeSets: () => changeSets } } as unknown as FlushEventArgs; // all that is asked of a unit of work
  await em.getEventManager().dispatchEvent(EventType.onFlush, flush);
  for (const [{ class: table }, rows] of Map.groupBy(changeSets, ({ meta }) => meta)) {
    await em.getDriver().nativeInsertMany(table, rows.map(({ payload }) => payload), { ctx: em.getTransactionContext(), convertCustomTypes: false });
  }
  await em.getEventManager().dispatchEvent(EventType.afterFlush, flush);
}

async function changeSetOf(em: EntityManager, record: TenantRecord): Promise<ChangeSet<TenantRecord>> {
  const meta: EntityMetadata<TenantRecord> = em.getMetadata().get(record.constructor);
  const events = em.getEventManager();
  if (events.hasListeners(EventType.beforeCreate, meta)) await events.dispatchEvent(EventType.beforeCreate, { em, entity: record, meta }, meta);
  return new ChangeSet(record, ChangeSetType.CREATE, em.getComparator().prepareEntity(record), meta);
}
