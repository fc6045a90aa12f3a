import { refuse, type Transaction } from '@weixiang/kernel';
import { isMonth, monthIn } from '@weixiang/shared';
import { Project } from '../projects/project.entity.js';
import { EvaluationRound } from './evaluation-round.entity.js';
import type { RecordEvaluationRoundInput } from './evaluation-round.inputs.js';
import { rated } from './evaluation-round.rules.js';

const ratings = ['excellent', 'good', 'pass', 'fail'] as const;

/** Records one month's evaluation of a project; there is one a month. */
export async function recordEvaluationRound(tx: Transaction, input: RecordEvaluationRoundInput): Promise<EvaluationRound> {
  const project = await tx.load(Project, input.project, 'evaluate', { field: 'project' });
  const { month } = input;
  if (!isMonth(month)) throw refuse('MONTH_INVALID', 'month');
  if (month > monthIn(tx.now, tx.tenant.timeZone)) throw refuse('DATE_IN_FUTURE', 'month');
  for (const rating of ratings) if (input[rating] < 0) throw refuse('NUMBER_NEGATIVE', rating);
  const result = rated({ EXCELLENT: input.excellent, GOOD: input.good, PASS: input.pass, FAIL: input.fail });
  if (!result) throw refuse('ROUND_WITHOUT_VOTES', 'excellent');
  if ((await tx.em.count(EvaluationRound, { project, month })) > 0) throw refuse('ROUND_TAKEN', 'month');
  const round = tx.create(EvaluationRound, { project, orgUnit: project.orgUnit, orgPath: project.orgPath, month, ...result });
  await tx.em.flush();
  await showLatest(tx, [project.id]);
  tx.announce('evaluationRound.recorded', round, { grade: round.grade });
  return round;
}

/**
 * Lets projects show their latest graded round. A round of its own is the event; the project was not edited, so its version
 * stays and nobody's edit is refused for it.
 */
export async function showLatest(tx: Transaction, projectIds: readonly string[]): Promise<void> {
  if (projectIds.length === 0) return;
  const places = projectIds.map(() => '?').join(', ');
  await tx.em.execute(
    `update project set latest_round_id = (select round.id from evaluation_round round
       where round.tenant_id = ? and round.project_id = project.id and round.grade is not null order by round.month desc limit 1)
     where tenant_id = ? and id in (${places})`,
    [tx.tenant.id, tx.tenant.id, ...projectIds],
  );
}
