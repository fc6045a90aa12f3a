import type { EntityManager } from '@mikro-orm/postgresql';
import { prepared } from './prepared.js';

/** How the sessions of transactions that hold a lock and do nothing else are named in PostgreSQL's activity. */
export const lockKeeper = 'weixiang lock keeper';

const locking = prepared(`select case when pg_try_advisory_xact_lock(hashtextextended(?, 0)) then set_config('application_name', ?, true) end is not null as is_mine`);

/**
 * Does the work if nobody else holds the lock of this name, in any process, and says whether it did. The lock ends with the
 * transaction, so a process that was killed has let go of it.
 * @example await holdLock(em, `imports ${tenant.id}`, () => besideTransaction(() => runAll(tenant)))
 */
export async function holdLock(em: EntityManager, name: string, work: () => Promise<void>): Promise<boolean> {
  const [row] = await em.execute<{ is_mine: boolean }[]>(locking, [name, lockKeeper]);
  if (!row?.is_mine) return false;
  await work();
  return true;
}
