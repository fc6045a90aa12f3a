import { withNext } from '../database/gathered.js';
import type { Transaction } from '../write/transaction.js';

/** The one graphile-worker task: it finds the job by name, opens the tenant's transaction, and runs it. */
export const tenantTask = 'tenant_job';

/** Adds the transaction's jobs to the queue, in the transaction: they exist only if it commits. */
export async function addJobs(tx: Transaction): Promise<void> {
  for (const job of tx.jobs) {
    await tx.em.execute(
      withNext(`select graphile_worker.add_job(?, payload := ?::json, run_at := ?, job_key := ?, max_attempts := 12)`),
      [
        tenantTask,
        JSON.stringify({ tenantId: tx.tenant.id, name: job.name, payload: job.payload }),
        job.at ?? null, // at once, by the queue's own clock
        job.key ? `${tx.tenant.id}:${job.key}` : null,
      ],
    );
  }
}
