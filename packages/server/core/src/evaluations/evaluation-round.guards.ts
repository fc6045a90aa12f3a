import type { Guard, GuardScope } from '@weixiang/kernel';
import { monthIn, type Text } from '@weixiang/shared';
import { Grade, RoundState } from './evaluation.enums.js';
import { EvaluationRound } from './evaluation-round.entity.js';
import { monthBefore } from './evaluation-round.rules.js';

const notLately = { zh: '近 3 个月没有“不合格”等次', en: 'No “fail” in the last 3 months' };
const notAgain = { zh: '近 6 个月“不合格”等次不到两次', en: 'Fewer than two “fail” in the last 6 months' };

/** 责令整改: a FAIL in one of the last three months. */
export const failedLately: Guard = (scope, ids) => failed(scope, ids, 3, 1, notLately);

/** 清退: it failed again, twice in the last six months. */
export const failedAgain: Guard = (scope, ids) => failed(scope, ids, 6, 2, notAgain);

async function failed({ em, tenant, now }: GuardScope, ids: readonly string[], months: number, times: number, reason: Text) {
  const since = monthBefore(monthIn(now, tenant.timeZone), months);
  const rounds = await em.find(
    EvaluationRound,
    { project: ids.map((id) => [tenant.id, id] as const), grade: Grade.FAIL, state: RoundState.FINAL, month: { $gte: since } },
    { fields: ['project'] },
  );
  const fails = Map.groupBy(rounds, ({ project }) => project.id);
  return new Map(ids.map((id) => [id, (fails.get(id)?.length ?? 0) >= times || reason]));
}
