import type { EntityManager } from '@mikro-orm/postgresql';
import { holdLock } from '../database/lock.js';
import type { OuterJob } from '../jobs/job.js';
import type { Kernel } from '../kernel.js';
import type { Tenant } from '../tenancy/tenant.entity.js';
import { addDeltas, areStale, buildSums, forgetUnknown } from './kept-sums.js';

/**
 * Brings the sums of the tenant's figures up to date: makes those that are not there, or that were made by another definition
 * or under other settings, and adds up what was written since.
 */
export const keepSums: OuterJob = {
  name: 'reports.keepSums',
  async runOutside(kernel, tenant, _payload, signal) {
    const { keptFacts } = kernel;
    await alone(kernel, tenant, (em) => forgetUnknown(em, tenant.id, keptFacts));
    for (const facts of keptFacts) {
      await alone(kernel, tenant, async (em) => {
        const isStale = await areStale(em, tenant.id, facts);
        // A process of another version adds nothing to sums that it does not know; it is waited for, and figures are counted meanwhile.
        if (isStale && !(await kernel.listener.hearsOthers(em))) await buildSums(em, tenant.id, facts, kernel.clock.now());
      });
      for (let more = true; more; ) {
        signal.throwIfAborted();
        more = false;
        await alone(kernel, tenant, async (em) => void (more = await addDeltas(em, tenant.id, facts)));
      }
    }
  },
};

/** One transaction that sees one moment, in which nobody else touches the tenant's sums; left out when somebody does already. */
async function alone(kernel: Kernel, tenant: Tenant, work: (em: EntityManager) => Promise<void>): Promise<void> {
  await kernel.database.inTenant(tenant.id, async (em) => {
    await em.execute('set transaction isolation level repeatable read');
    await em.execute(`set local work_mem = '64MB'`); // five years of a large tenant's sums spill to disk with less; few connections do this
    await holdLock(em, `sums ${tenant.id}`, () => work(em));
  });
}
