import type { EntityManager } from '@mikro-orm/postgresql';
import { holdLock } from '../database/lock.js';
import type { OuterJob } from '../jobs/job.js';
import type { Kernel } from '../kernel.js';
import type { Tenant } from '../tenancy/tenant.entity.js';
import type { KeptFacts } from './kept-facts.js';
import { addDeltas, areStale, buildSums, forgetUnknown, sumsDue } from './kept-sums.js';

/**
 * Brings the sums of the tenant's figures up to date: makes those that are not there, or that were made by another definition
 * or under other settings, and adds up what was written since.
 */
export const keepSums: OuterJob = {
  name: 'reports.keepSums',
  async runOutside(kernel, tenant, _payload, signal) {
    const { keptFacts } = kernel;
    const { hasUnknown, stale, written } = await kernel.database.inTenant(tenant.id, (em) => sumsDue(em, tenant.id, keptFacts));
    if (hasUnknown) await alone(kernel, tenant, (em) => forgetUnknown(em, tenant.id, keptFacts));
    for (const facts of keptFacts) {
      const isStale = stale.has(facts.metric);
      if (isStale) await alone(kernel, tenant, (em) => makeAnew(kernel, em, tenant, facts));
      for (let more = isStale || written.has(facts.metric); more; ) {
        signal.throwIfAborted();
        more = false;
        await alone(kernel, tenant, async (em) => void (more = await addDeltas(em, tenant.id, facts)));
      }
    }
  },
};

/** A process of another version adds nothing to sums that it does not know; it is waited for, and figures are counted meanwhile. */
async function makeAnew(kernel: Kernel, em: EntityManager, tenant: Tenant, facts: KeptFacts): Promise<void> {
  const isStale = await areStale(em, tenant.id, facts); // somebody may have made them since they were looked at
  if (isStale && !(await kernel.listener.hearsOthers(em))) await buildSums(em, tenant.id, facts, kernel.clock.now());
}

/** One transaction that sees one moment, in which nobody else touches the tenant's sums; left out when somebody does already. */
async function alone(kernel: Kernel, tenant: Tenant, work: (em: EntityManager) => Promise<void>): Promise<void> {
  await kernel.database.inTenant(tenant.id, async (em) => {
    await em.execute('set transaction isolation level repeatable read');
    await em.execute(`set local work_mem = '64MB'`); // five years of a large tenant's sums spill to disk with less; few connections do this
    await holdLock(em, `sums ${tenant.id}`, () => work(em));
  });
}
