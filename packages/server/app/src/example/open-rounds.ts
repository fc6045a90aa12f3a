import { openRound, policyOf, Project, ProjectState, EvaluationRound, OrgUnit } from '@weixiang/core';
import type { Kernel, Tenant } from '@weixiang/kernel';
import { dateIn, daysAfter, monthIn, pathsDownTo, periodOf } from '@weixiang/shared';

/** Where the demo resident lives; projects of this unit and of those above it are the resident's to rate. */
const home = 'QC-01-02-G1';
const daysLeft = 14;
const projects = 4;

/**
 * Evaluations that whoever comes first can take part in at once, on whichever day of the month: rounds of a few projects
 * around the demo resident stay open for two weeks from now. Safe to repeat.
 */
export async function openExampleRounds(kernel: Kernel, tenant: Tenant): Promise<void> {
  await kernel.asSystem(tenant, 'example', async (tx) => {
    const unit = await tx.em.findOne(OrgUnit, { code: home });
    if (!unit) return;
    const { timeZone } = tenant;
    const month = monthIn(tx.now, timeZone);
    const last = daysAfter(dateIn(tx.now, timeZone), daysLeft);
    const closesAt = periodOf(last, last, timeZone).end;
    const above = pathsDownTo(unit.orgPath);
    const running = await tx.em.find(
      Project,
      { state: ProjectState.RUNNING, orgPath: { $in: above } },
      { orderBy: { orgPath: 'desc', createdAt: 'desc', id: 'asc' }, limit: projects, populate: ['orgUnit'] },
    );
    for (const project of running) {
      const open = await tx.em.findOne(EvaluationRound, { project, month });
      if (!open) openRound(tx, project, { month, closesAt, policy: policyOf(tenant) });
      else if (open.closesAt && open.closesAt < closesAt && open.state === 'OPEN') open.closesAt = closesAt;
    }
  });
}
