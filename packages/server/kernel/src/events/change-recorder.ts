import { type ChangeSet, ChangeSetType, type EventSubscriber, type FlushEventArgs } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/core';
import { type GraphTable, registry, type StandIn } from '../entity/registry.js';
import { TenantRecord } from '../entity/record.js';

/** One change to one record, as history and the audit chain keep it. */
export interface RecordedChange {
  kind: 'created' | 'changed' | 'removed';
  subject: string;
  entity: TenantRecord;
  /** Property → [before, after]; sensitive values are left out and only named. */
  changes: Record<string, readonly [unknown, unknown]>;
}

const collected = new WeakMap<EntityManager, RecordedChange[]>();

/** Takes what was flushed through this manager since the last call. */
export function takeChanges(em: EntityManager): RecordedChange[] {
  const changes = collected.get(em) ?? [];
  collected.delete(em);
  changes.forEach(finishStandIns);
  return changes;
}

const bookkeeping = new Set(['tenantId', 'id', 'version', 'createdAt', 'orgPath', 'recordedPath']);
const kinds: Partial<Record<ChangeSetType, RecordedChange['kind']>> = {
  [ChangeSetType.CREATE]: 'created',
  [ChangeSetType.UPDATE]: 'changed',
  [ChangeSetType.DELETE]: 'removed',
};

/** Notes every change that the unit of work writes, so that nothing is written without an event. */
export class ChangeRecorder implements EventSubscriber {
  onFlush({ uow, em }: FlushEventArgs): void {
    for (const changeSet of uow.getChangeSets()) {
      const change = describe(changeSet);
      if (!change) continue;
      const changes = collected.get(em) ?? [];
      changes.push(change);
      collected.set(em, changes);
    }
  }
}

function describe(changeSet: ChangeSet<object>): RecordedChange | undefined {
  const kind = kinds[changeSet.type];
  const { entity } = changeSet;
  const table = registry.tableOf(changeSet.meta.class);
  if (!kind || !(entity instanceof TenantRecord) || !table) return undefined;
  const changes: RecordedChange['changes'] = {};
  for (const [property, after] of Object.entries(changeSet.payload)) {
    if (bookkeeping.has(property)) continue;
    const before: unknown = changeSet.originalEntity ? Reflect.get(changeSet.originalEntity, property) : null;
    changes[property] = table.sensitive.has(property) ? ['•', '•'] : [plain(before), plain(after)];
  }
  // What stands in for a text is made by hooks, which come after this: its new value is read when all is flushed.
  for (const { property } of standInsOf(table, changes)) {
    const before: unknown = changeSet.originalEntity ? Reflect.get(changeSet.originalEntity, property) : null;
    changes[property] = [plain(before), null];
  }
  return { kind, subject: table.subject, entity, changes };
}

function finishStandIns({ subject, entity, changes }: RecordedChange): void {
  for (const { property } of standInsOf(registry.tableBySubject(subject), changes)) {
    changes[property] = [changes[property]?.[0] ?? null, plain(Reflect.get(entity, property))];
  }
}

/** What stands in for the texts that changed. */
function standInsOf(table: GraphTable | null | undefined, changes: RecordedChange['changes']): StandIn[] {
  return [...(table?.standIns ?? [])].flatMap(([property, standIn]) => (property in changes ? [standIn] : []));
}

/** Composite keys of relations become the id alone. */
function plain(value: unknown): unknown {
  if (Array.isArray(value) && value.length === 2 && typeof value[1] === 'string' && value[1].length === 36) return value[1];
  return value ?? null;
}
