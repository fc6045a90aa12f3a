import type { EntityManager } from '@mikro-orm/postgresql';
import { exchangeOf } from '../database/exchange.js';
import { withNext } from '../database/gathered.js';
import { prepared } from '../database/prepared.js';
import type { Evidence } from '../request/authority.js';

/**
 * Does the work in a transaction that fails with {@link authorityChanged} before the work's first statement unless the evidence
 * is what it was. That is asked together with the first statement, at the latest with the COMMIT, and PostgreSQL itself runs
 * nothing after it. What the work throws before it has asked anything is thrown once the evidence is confirmed.
 */
export async function confirming<T>(em: EntityManager, evidence: Evidence | null, work: () => Promise<T>): Promise<T> {
  if (!evidence) return work();
  const { text, values } = evidence.statement;
  await em.execute(withNext(prepared(`select confirm_authority((${text}) = $${values.length + 1})`)), [...values, evidence.text]);
  try {
    return await work();
  } catch (error) {
    await exchangeOf(em).begin();
    throw error;
  }
}
