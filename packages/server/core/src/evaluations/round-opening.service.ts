import { LockMode } from '@mikro-orm/core';
import type { Transaction } from '@weixiang/kernel';
import { dateIn, daysAfter, monthIn, periodOf, type EvaluationPolicy } from '@weixiang/shared';
import { Project } from '../projects/project.entity.js';
import { ProjectState } from '../projects/project.enums.js';
import { RoundState } from './evaluation.enums.js';
import { policyOf } from './evaluation-policy.service.js';
import { EvaluationRound } from './evaluation-round.entity.js';

/** Rounds that one transaction opens at most. */
const roundsAtOnce = 200;

/**
 * Opens this month's round of running projects that have none yet, a batch of them; says how many. The unique key of
 * project and month lets nobody open a second one, whoever does this at the same time or again after dying in the middle.
 */
export async function openRounds(tx: Transaction): Promise<number> {
  const { timeZone } = tx.tenant;
  const policy = policyOf(tx.tenant);
  const month = monthIn(tx.now, timeZone);
  const closesAt = closingOf(month, policy, timeZone);
  if (tx.now >= closesAt) return 0;
  const projects = await projectsWithout(tx, month);
  for (const project of projects) openRound(tx, project, { month, closesAt, policy });
  return projects.length;
}

/** Opens one round; the unique key refuses a second one of the month. */
export function openRound(tx: Transaction, project: Project, { month, closesAt, policy }: { month: string; closesAt: Date; policy: EvaluationPolicy }): EvaluationRound {
  const { orgUnit, orgPath } = project;
  const round = tx.create(EvaluationRound, { project, orgUnit, orgPath, month, closesAt, openedAt: tx.now, ownPolicy: policy, state: RoundState.OPEN });
  tx.announce('evaluationRound.opened', round, { month, until: dateIn(new Date(closesAt.getTime() - 1), tx.tenant.timeZone) });
  return round;
}

/** When a month's rounds close: the end of the last of its open days, in the tenant's zone. */
export function closingOf(month: string, { daysOpen }: EvaluationPolicy, timeZone: string): Date {
  const first = `${month}-01`;
  return periodOf(first, daysAfter(first, daysOpen - 1), timeZone).end;
}

/** A project that somebody holds at the moment is left for the next run. */
async function projectsWithout(tx: Transaction, month: string): Promise<Project[]> {
  const rows = await tx.em.execute<{ id: string }[]>(
    `select project.id from project
     where project.tenant_id = ? and project.state = 'RUNNING' and not exists (
       select from evaluation_round round where round.tenant_id = project.tenant_id and round.project_id = project.id and round.month = ?)
     order by project.id limit ${roundsAtOnce}`,
    [tx.tenant.id, month],
  );
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const projects = await tx.em.find(Project, { id: { $in: ids }, state: ProjectState.RUNNING }, { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE });
  await tx.em.populate(projects, ['orgUnit']);
  return projects;
}
