import type { EntityManager } from '@mikro-orm/postgresql';
import { failuresCountForMinutes } from './attempts.js';
import { codesCountForHours } from './codes.js';
import { answersKeptForHours } from '../write/idempotency.js';

/**
 * Forgets what has run out in a tenant: sessions, counts of failures, codes, answers kept for replay. None of it counts any more,
 * and nobody should hold it longer than it does.
 */
export async function forgetExpired(em: EntityManager, tenantId: string, now: Date): Promise<void> {
  const before = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
  await em.execute('delete from session where tenant_id = ? and expires_at <= ?', [tenantId, now]);
  await em.execute('delete from failed_attempt where tenant_id = ? and since <= ?', [tenantId, before(failuresCountForMinutes)]);
  await em.execute('delete from one_time_code where tenant_id = ? and sent_since <= ? and sent_at <= ?', [tenantId, before(codesCountForHours * 60), before(60)]);
  await em.execute('delete from idempotency_key where tenant_id = ? and created_at <= ?', [tenantId, before(answersKeptForHours * 60)]);
}
