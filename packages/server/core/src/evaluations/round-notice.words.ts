import { GRADES, votesOf, type EvaluationPolicy } from '@weixiang/shared';
import type { EvaluationRound } from './evaluation-round.entity.js';
import { fewestToTell } from './evaluation-round.rules.js';

/** What a notice says; notices are published in the tenant's own language. */
interface NoticeWords {
  title: string;
  body: string;
}

/** What the words are made of: a counted round with its project loaded. */
type Counted = Pick<EvaluationRound, 'project' | 'month' | 'excellent' | 'good' | 'pass' | 'fail' | 'votes' | 'score' | 'grade' | 'satisfaction' | 'tallies' | 'ownPolicy' | 'objectionsUntil'>;

/** The grade of a month with its counts and the last day for objections. */
export function gradedWords(round: Counted): NoticeWords {
  return { title: `${headOf(round)}评议结果：${gradeOf(round)}`, body: [...resultOf(round), objections(round)].join('\n') };
}

/** The grade after a recount. */
export function correctedWords(round: Counted, reason: string): NoticeWords {
  return {
    title: `${headOf(round)}评议结果更正：${gradeOf(round)}`,
    body: [`经核实，异议成立，重新计票。理由：${reason}`, ...resultOf(round), objections(round)].join('\n'),
  };
}

/** The grade is withdrawn: too few ratings are left. */
export function annulledWords(round: Counted, reason: string): NoticeWords {
  return {
    title: `${headOf(round)}评议结果撤销`,
    body: [`经核实，异议成立，重新计票。理由：${reason}`, `有效评议不足 ${round.ownPolicy?.quorum ?? fewestToTell} 人，本月不评等次，原公示的等次撤销。`].join('\n'),
  };
}

function headOf({ project, month }: Counted): string {
  const [year, number] = month.split('-').map(Number);
  return `“${[...project.name].slice(0, 60).join('')}”${year}年${number}月`;
}

function gradeOf({ grade }: Counted): string {
  return grade ? GRADES[grade].zh : '';
}

function resultOf(round: Counted): string[] {
  const { votes, score, satisfaction, excellent, good, pass, fail } = round;
  const first = `等次：${gradeOf(round)}。`;
  // A handful of ratings would tell who gave which.
  if (votes < fewestToTell) return [first, `评议人数不足 ${fewestToTell} 人，不公布各等次票数。`];
  return [
    first,
    `共 ${votes} 人评议：优秀 ${excellent}，良好 ${good}，合格 ${pass}，不合格 ${fail}。`,
    `${isTellTale(round) ? '' : `加权平均 ${(score ?? 0).toFixed(1)} 分，`}满意度 ${((satisfaction ?? 0) * 100).toFixed(1)}%。`,
    ...partiesOf(round),
  ];
}

/** A few residents could be told from the rest by their weight. */
function isTellTale({ tallies }: Counted): boolean {
  const residents = tallies ? votesOf(tallies.RESIDENT) : 0;
  return residents > 0 && residents < fewestToTell;
}

function partiesOf({ tallies, ownPolicy }: Counted): string[] {
  if (!tallies || !ownPolicy) return [];
  const { residentsWeight, othersWeight, expertsWeight }: EvaluationPolicy = ownPolicy;
  const parts = [
    ['居民', votesOf(tallies.RESIDENT), residentsWeight],
    ['其他各方', votesOf(tallies.OTHER), othersWeight],
    ['专家', votesOf(tallies.EXPERT), expertsWeight],
  ] as const;
  return [`${parts.map(([name, count, weight]) => `${name}${people(count)}（权重 ${weight}）`).join('，')}。无人评议的一方不计权重。`];
}

function people(count: number): string {
  return count > 0 && count < fewestToTell ? `不足 ${fewestToTell} 人` : ` ${count} 人`;
}

function objections({ objectionsUntil }: Counted): string {
  const [year, month, day] = (objectionsUntil ?? '').split('-').map(Number);
  return `对结果有异议的，请在${year}年${month}月${day}日前（含当日）登录本站，在这条公示下说明理由。`;
}
