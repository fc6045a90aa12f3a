import { DriverException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { arrayText, besideTransaction, endOfSubtree, holdLock, type Kernel, type Tenant, type Transaction } from '@weixiang/kernel';
import { ReorganisationKind, ReorganisationState } from './reorganisation.enums.js';
import { Reorganisation } from './reorganisation.entity.js';
import { followJob, step } from './reorganisation.service.js';
import { unitTables, type UnitTable } from './unit-tables.js';

/** Records rewritten in one transaction. */
const batchSize = 2_000;

const lockOf = (tenant: Tenant): string => `reorganisations ${tenant.id}`;
const never = new AbortController().signal;

/** What follows: the records under a path, and to whom those of a merged unit go. */
interface Following {
  id: string;
  formerPath: string;
  /** UUID of the merged unit and of the one that takes its records. */
  heir: { from: string; to: string } | null;
}

/**
 * Lets the records of a tenant's reorganisations follow, the oldest first, until none is left. One process at a time
 * does. Every batch is a transaction of its own that finds by itself what is left, so whoever comes after a dead process
 * goes on where it was.
 */
export async function letRecordsFollow(kernel: Kernel, tenant: Tenant, signal: AbortSignal = never): Promise<void> {
  const run = (em: EntityManager) => holdLock(em, lockOf(tenant), () => besideTransaction(() => followAll(kernel, tenant, signal)));
  const inTenant = <T>(work: (em: EntityManager) => Promise<T>): Promise<T> => kernel.database.inTenant(tenant.id, work);
  // Whoever was turned away just before we let go of the lock is seen by the second look.
  while ((await inTenant(run)) && (await inTenant((em) => nextToFollow(em, tenant.id))) !== null) continue;
}

/** Whether records should follow and nobody lets them: the process that did was killed, or the job was lost. */
export async function areRecordsLeftBehind(tx: Transaction): Promise<boolean> {
  return (await nextToFollow(tx.em, tx.tenant.id)) !== null && (await holdLock(tx.em, lockOf(tx.tenant), async () => undefined));
}

async function followAll(kernel: Kernel, tenant: Tenant, signal: AbortSignal): Promise<void> {
  const next = (): Promise<Following | null> => kernel.database.inTenant(tenant.id, (em) => nextToFollow(em, tenant.id));
  for (let it = await next(); it !== null; it = await next()) await follow(kernel, tenant, it, signal);
}

/**
 * Twice over every table: whoever began to write before the tree changed may still add a record with the former path, so
 * the second time is after the last of them has ended.
 */
async function follow(kernel: Kernel, tenant: Tenant, it: Following, signal: AbortSignal): Promise<void> {
  const underWay = await kernel.database.transactionsUnderWay();
  await sweep(kernel, tenant, it, signal);
  await underWay.ended(signal);
  await sweep(kernel, tenant, it, signal);
  await kernel.asSystem(tenant, followJob, async (tx) => {
    const reorganisation = await tx.load(Reorganisation, it.id, 'finish');
    if (reorganisation.state !== ReorganisationState.FOLLOWING) return;
    reorganisation.state = step(tx, reorganisation, 'finish');
    reorganisation.finishedAt = tx.now;
    tx.announce('reorganisation.finished', reorganisation, { kind: reorganisation.kind, records: reorganisation.recordsMoved });
  });
}

async function sweep(kernel: Kernel, tenant: Tenant, it: Following, signal: AbortSignal): Promise<void> {
  await kernel.asSystem(tenant, followJob, (tx) => straightenUnits(tx, it));
  for (const table of unitTables(kernel.database.outsideTenants())) {
    for (let after: string | null = firstId; after !== null; ) {
      signal.throwIfAborted();
      const from: string = after;
      const ids = await kernel.asSystem(tenant, followJob, (tx) => leftBehind(tx, table, it, from));
      if (ids.length > 0) await moveOn(kernel, tenant, { table, it, ids });
      after = ids.length < batchSize ? null : (ids.at(-1) ?? null);
    }
  }
}

/** Some rows of one table. */
interface Rows {
  table: UnitTable;
  it: Following;
  ids: readonly string[];
}

/** Rewrites rows; of a merged unit's, those that the unit that stays has already under the same key stay where they are. */
async function moveOn(kernel: Kernel, tenant: Tenant, { table, it, ids }: Rows): Promise<void> {
  try {
    await kernel.asSystem(tenant, followJob, (tx) => rewrite(tx, { table, it, ids }));
  } catch (error) {
    if (!isTaken(error)) throw error;
    if (ids.length > 1) for (const id of ids) await moveOn(kernel, tenant, { table, it, ids: [id] });
  }
}

/** A unique key, or an exclusion, over the unit. */
function isTaken(error: unknown): boolean {
  return error instanceof DriverException && (error.code === '23505' || error.code === '23P01');
}

const firstId = '00000000-0000-0000-0000-000000000000';

/** Ids of the next records of a table that are not where their unit is. */
async function leftBehind(tx: Transaction, table: UnitTable, { formerPath, heir }: Following, after: string): Promise<string[]> {
  const inherits = heir !== null && !table.staysWithUnit;
  const rows = await tx.em.execute<{ id: string }[]>(
    `select record.id from ${table.name} record join org_unit unit on unit.tenant_id = record.tenant_id and unit.id = record.org_unit_id
     where record.tenant_id = ? and unit.tenant_id = ? and record.org_path >= ? and record.org_path < ? and record.id > ?
       and (record.org_path <> unit.org_path${inherits ? ' or record.org_unit_id = ?' : ''})
     order by record.id limit ${batchSize}`,
    [tx.tenant.id, tx.tenant.id, formerPath, endOfSubtree(formerPath), after, ...(inherits ? [heir.from] : [])],
  );
  return rows.map(({ id }) => id);
}

/** Puts records where their unit is now, those of a merged unit where the unit is that stays. */
async function rewrite(tx: Transaction, { table, it: { id, heir }, ids }: Rows): Promise<void> {
  const inherits = heir !== null && !table.staysWithUnit;
  const unitAfter = inherits ? 'case when record.org_unit_id = ? then ?::uuid else record.org_unit_id end' : 'record.org_unit_id';
  const heirs = inherits ? [heir.from, heir.to] : [];
  const { affectedRows } = await tx.em.execute<{ affectedRows: number }>(
    `update ${table.name} record set org_unit_id = unit.id, org_path = unit.org_path from org_unit unit
     where record.tenant_id = ? and unit.tenant_id = ? and unit.id = ${unitAfter} and record.id = any(?::uuid[])
       and (record.org_path <> unit.org_path or record.org_unit_id <> unit.id)`,
    [tx.tenant.id, tx.tenant.id, ...heirs, arrayText(ids)],
    'run',
  );
  await tx.em.execute('update reorganisation set records_moved = records_moved + ? where tenant_id = ? and id = ?', [affectedRows, tx.tenant.id, id]);
}

/** A unit added by who read the one above before the tree changed has the former path too. */
async function straightenUnits(tx: Transaction, { formerPath }: Following): Promise<void> {
  for (;;) {
    const { affectedRows } = await tx.em.execute<{ affectedRows: number }>(
      `update org_unit unit set org_path = above.org_path || '.' || replace(unit.id::text, '-', ''), depth = above.depth + 1
       from org_unit above
       where unit.tenant_id = ? and above.tenant_id = ? and above.id = unit.parent_id and unit.org_path >= ? and unit.org_path < ?
         and unit.org_path <> above.org_path || '.' || replace(unit.id::text, '-', '')`,
      [tx.tenant.id, tx.tenant.id, formerPath, endOfSubtree(formerPath)],
      'run',
    );
    if (affectedRows === 0) return;
  }
}

async function nextToFollow(em: EntityManager, tenantId: string): Promise<Following | null> {
  const [row] = await em.execute<{ id: string; kind: string; org_unit_id: string; target_id: string | null; former_path: string }[]>(
    `select id, kind, org_unit_id, target_id, former_path from reorganisation where tenant_id = ? and state = ? order by carried_out_at, id limit 1`,
    [tenantId, ReorganisationState.FOLLOWING],
  );
  if (!row) return null;
  const heir = row.kind === ReorganisationKind.MERGE && row.target_id !== null ? { from: row.org_unit_id, to: row.target_id } : null;
  return { id: row.id, formerPath: row.former_path, heir };
}
