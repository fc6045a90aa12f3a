import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { lockKeeper } from './lock.js';

const patienceMs = 5 * 60_000;
const pollMs = 100;

/** The transactions that were open at one moment. */
export interface TransactionsUnderWay {
  /**
   * Resolves when every one of them has ended: whatever they read then is either written and seen, or gone.
   * @throws Error after five minutes, or what aborted the signal.
   */
  ended(signal?: AbortSignal): Promise<void>;
}

/**
 * The application's transactions that are open now, on whichever process, save those that only keep a lock.
 * @param look A manager outside of any transaction: inside one, PostgreSQL's activity stands still.
 */
export async function transactionsUnderWay(look: () => EntityManager): Promise<TransactionsUnderWay> {
  const then = await openTransactions(look());
  return {
    async ended(signal) {
      for (let waited = 0; then.size > 0; waited += pollMs) {
        const now = await openTransactions(look());
        if (![...then].some((each) => now.has(each))) return;
        if (waited > patienceMs) throw new Error('A transaction has been open for more than five minutes.');
        await pause(pollMs, undefined, { signal });
      }
    },
  };
}

async function openTransactions(em: EntityManager): Promise<Set<string>> {
  const rows = await em.execute<{ name: string }[]>(
    `select pid || ' ' || xact_start as name from pg_stat_activity
     where datname = current_database() and usename = current_user and xact_start is not null and pid <> pg_backend_pid() and application_name <> ?`,
    [lockKeeper],
  );
  return new Set(rows.map(({ name }) => name));
}
