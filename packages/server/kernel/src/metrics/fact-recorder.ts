import { type ChangeSet, ChangeSetType, type EntityManager, type EventSubscriber, type FlushEventArgs } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { newId } from '@weixiang/shared';
import { arrayText } from '../database/array-text.js';
import { withNext } from '../database/gathered.js';
import { prepared } from '../database/prepared.js';
import { TenantRecord } from '../entity/record.js';
import { editionSql, factsOfRecords } from './fact-sql.js';
import { followedTables, type KeptFacts } from './kept-facts.js';

/** Ids of records by the alias of their table. */
type Touched = Map<string, string[]>;

/** What one flush does to the facts of one metric. */
interface FactChange {
  facts: KeptFacts;
  /** Records whose facts are taken away as they were, and added as they are. */
  before: Touched;
  after: Touched;
}

interface Flush {
  tenantId: string;
  changes: FactChange[];
}

/**
 * Adds to `fact_delta` what each flush does to the facts of which sums are kept: their values before it with a minus, those
 * after it with a plus, in the transaction of the change. One statement for what is new, two for what changes, nothing where
 * no fact goes by what changed; each goes out with the next one, so that none costs a round trip.
 */
export class FactRecorder implements EventSubscriber {
  private readonly flushes = new WeakMap<EntityManager, Flush>();
  /** Statements by the facts and tables that they are about. */
  private readonly recordings = new Map<string, string>();
  private readonly byTable = new Map<string, { facts: KeptFacts; alias: string; columns: ReadonlySet<string> }[]>();

  constructor(kept: readonly KeptFacts[]) {
    for (const facts of kept) {
      for (const { alias, table, columns } of followedTables(facts)) {
        const followed = this.byTable.get(table) ?? [];
        followed.push({ facts, alias, columns });
        this.byTable.set(table, followed);
      }
    }
  }

  async onFlush({ uow, em }: FlushEventArgs): Promise<void> {
    const flush = this.flushOf(uow.getChangeSets());
    if (!flush) return;
    this.flushes.set(em, flush);
    const { tenantId, changes } = flush;
    for (const [table, ids] of besideOf(changes)) {
      // Who adds a record that goes by one of these waits for this transaction, or this one for theirs.
      await executor(em).execute(withNext(prepared(`select from "${table}" where tenant_id = ? and id = any(?::uuid[]) order by id for update`)), [tenantId, arrayText(ids)]);
    }
    await this.record(em, tenantId, -1, changes.flatMap(({ facts, before }) => (before.size > 0 ? [{ facts, ids: before }] : [])));
  }

  async afterFlush({ em }: FlushEventArgs): Promise<void> {
    const flush = this.flushes.get(em);
    if (!flush) return;
    this.flushes.delete(em);
    await this.record(em, flush.tenantId, 1, flush.changes.flatMap(({ facts, after }) => (after.size > 0 ? [{ facts, ids: after }] : [])));
  }

  private flushOf(changeSets: readonly ChangeSet<object>[]): Flush | undefined {
    const changes = new Map<KeptFacts, FactChange>();
    let tenantId: string | undefined;
    for (const changeSet of changeSets) {
      const { entity, type } = changeSet;
      if (!(entity instanceof TenantRecord)) continue;
      for (const { facts, alias, columns } of this.byTable.get(changeSet.meta.tableName) ?? []) {
        const isNew = type === ChangeSetType.CREATE;
        const isGone = type === ChangeSetType.DELETE;
        // Nothing goes by a record that was not there before, unless it is new itself.
        if (isNew ? alias !== facts.row : !isGone && !changedColumns(changeSet).some((column) => columns.has(column))) continue;
        const change = changes.get(facts) ?? { facts, before: new Map(), after: new Map() };
        changes.set(facts, change);
        if (!isNew) note(change.before, alias, entity.id);
        if (!isGone) note(change.after, alias, entity.id);
        tenantId = entity.tenantId;
      }
    }
    return tenantId === undefined ? undefined : { tenantId, changes: [...changes.values()] };
  }

  private async record(em: EntityManager, tenantId: string, sign: 1 | -1, touched: readonly TouchedFacts[]): Promise<void> {
    if (touched.length === 0) return;
    const key = touched.map((each) => `${sign} ${each.facts.metric} ${[...each.ids.keys()].join(' ')} ${isOneFact(each)}`).join();
    let statement = this.recordings.get(key);
    if (statement === undefined) this.recordings.set(key, (statement = prepared(recordingSql(sign, touched))));
    const ids = touched.flatMap(({ ids: byAlias }) => [...byAlias.values()].map(arrayText));
    await executor(em).execute(withNext(statement), [tenantId, newId(), ...ids]);
  }
}

/** Columns that an update writes. */
function changedColumns({ payload, meta }: ChangeSet<object>): string[] {
  return Object.keys(payload).flatMap((property) => [...(Reflect.get(meta.properties, property)?.fieldNames ?? [])]);
}

function note(touched: Touched, alias: string, id: string): void {
  const ids = touched.get(alias) ?? [];
  ids.push(id);
  touched.set(alias, ids);
}

/** Records that change and that facts of others go by, by table. */
function besideOf(changes: readonly FactChange[]): Map<string, string[]> {
  const beside = new Map<string, Set<string>>();
  for (const { facts, before } of changes) {
    for (const { alias, table } of followedTables(facts)) {
      if (alias === facts.row) continue;
      for (const id of before.get(alias) ?? []) beside.set(table, (beside.get(table) ?? new Set()).add(id));
    }
  }
  return new Map([...beside].map(([table, ids]) => [table, [...ids]]));
}

/** Facts to be added or taken away, and the records that make them. */
interface TouchedFacts {
  facts: KeptFacts;
  ids: Touched;
}

/** Takes the tenant, an id, and each table's ids in their order. */
function recordingSql(sign: 1 | -1, touched: readonly TouchedFacts[]): string {
  let places = 2;
  const deltas = touched.map((each) => {
    const { facts, ids } = each;
    const placeByAlias = new Map([...ids.keys()].map((alias) => [alias, `$${(places += 1)}`]));
    const sql = factsOfRecords(facts, '$1', placeByAlias, sign === -1);
    return `select '${facts.metric}' as metric, ${editionSql(facts, '$1')} as edition, delta.* from (${isOneFact(each) ? sql : sumSql(sql)}) delta`;
  });
  return `insert into fact_delta (tenant_id, metric, edition, id, ordinal, day, path, groups, parts, records, amount, whole)
    select $1::uuid, metric, edition, $2::uuid, (row_number() over ())::int, day, path, groups, parts, ${sign} * records, ${sign} * amount, ${sign} * whole
    from (${deltas.join(' union all ')}) delta`;
}

function sumSql(facts: string): string {
  return `select day, path, groups, parts, sum(records)::bigint as records, sum(amount) as amount, sum(whole) as whole from (${facts}) fact group by day, path, groups, parts`;
}

/** One record of the facts' own table makes one fact, or none: there is nothing to add up. */
function isOneFact({ facts, ids }: TouchedFacts): boolean {
  return ids.size === 1 && ids.get(facts.row)?.length === 1;
}

/** The kernel has one driver; its manager takes SQL. */
function executor(em: EntityManager): Pick<SqlEntityManager, 'execute'> {
  if (!('execute' in em) || typeof em.execute !== 'function') throw new Error('This manager takes no SQL.');
  return em as SqlEntityManager; // checked above
}
