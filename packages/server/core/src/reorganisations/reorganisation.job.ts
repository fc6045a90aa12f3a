import type { CronDefinition, JobDefinition } from '@weixiang/kernel';
import { dateIn } from '@weixiang/shared';
import { areRecordsLeftBehind, letRecordsFollow } from './following.js';
import { ReorganisationState } from './reorganisation.enums.js';
import { Reorganisation } from './reorganisation.entity.js';
import { carryOutJob, carryOutOnItsDay, followJob } from './reorganisation.service.js';

/** Carries a plan out as its day begins in the tenant's zone. */
export const carryOut: JobDefinition = {
  name: carryOutJob,
  run: (tx, { id }) => carryOutOnItsDay(tx, String(id)),
};

/** Lets the records follow the units. */
export const follow: JobDefinition = {
  name: followJob,
  async runOutside(kernel, tenant, _payload, signal) {
    try {
      await letRecordsFollow(kernel, tenant, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      // This process stops; another one, or the next start, goes on at once.
      await kernel.asSystem(tenant, followJob, async (tx) => tx.enqueue({ name: followJob, payload: {}, key: followJob }));
    }
  },
};

/** Takes up what its own job missed: a plan whose day has come, records that a dead process left behind. */
export const resumeReorganisations: CronDefinition = {
  name: 'reorganisations.resume',
  everyMinutes: 1,
  atStart: true,
  when: `exists (select from reorganisation where tenant_id = $1 and state in ('${ReorganisationState.PLANNED}', '${ReorganisationState.FOLLOWING}'))`,
  async run(tx) {
    const due = await tx.em.find(Reorganisation, { state: ReorganisationState.PLANNED, effectiveOn: { $lte: dateIn(tx.now, tx.tenant.timeZone) } }, { orderBy: { effectiveOn: 'asc', id: 'asc' } });
    for (const { id } of due) tx.enqueue({ name: carryOutJob, payload: { id }, key: `${carryOutJob} ${id}` });
    if (await areRecordsLeftBehind(tx)) tx.enqueue({ name: followJob, payload: {}, key: followJob });
  },
};
