import { useFormat } from '@weixiang/kit';
import { GradeBar, RowLink, type Column } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { EvaluationsQuery } from '../generated/graphql.js';
import { RoundGrade, votesOf } from '../projects/round-list.js';
import { lastDay } from './last-day.rules.js';

type Round = EvaluationsQuery['evaluationRounds']['edges'][number]['node'];

/** The columns of rounds; `most` votes fill the bar. */
export function useRoundColumns(most: number): Column<Round>[] {
  const { t } = useTranslation();
  const { month, percent, day } = useFormat();
  return [
    { key: 'month', title: t('round.month'), cell: (round) => month(round.month), sort: { ascending: 'OLDEST', descending: 'NEWEST' }, isSpare: true },
    {
      key: 'project',
      title: t('projects.name'),
      cell: (round) => <RowLink to={`/evaluations/${round.id}`}>{round.project?.name ?? month(round.month)}</RowLink>,
      className: 'half',
      fold: 'lead',
      isFixed: true,
    },
    {
      key: 'bar',
      title: t('round.votesByGrade'),
      cell: (round) => (round.state === 'OPEN' ? null : <GradeBar votes={votesOf(round)} of={most} />),
      className: 'bar',
    },
    { key: 'votes', title: t('round.votes'), cell: votesWritten, isNumber: true, fold: 'tail' },
    {
      key: 'satisfaction',
      title: t('round.satisfaction'),
      cell: ({ satisfaction }) => (satisfaction === null ? '—' : percent(satisfaction)),
      isNumber: true,
    },
    { key: 'until', title: t('evaluation.until'), cell: untilOf, sort: { ascending: 'CLOSING' } },
    { key: 'grade', title: t('round.grade'), sort: { ascending: 'WORST' }, cell: (round) => <RoundGrade round={round} />, fold: 'end' },
  ];

  function untilOf({ state, closesAt, objectionsUntil, openObjectionCount }: Round): string {
    if (state === 'OPEN' && closesAt) return t('evaluation.closes', { day: day(lastDay(closesAt)) });
    if (state !== 'PUBLISHED' || !objectionsUntil) return '';
    return openObjectionCount
      ? t('evaluation.objections', { count: openObjectionCount })
      : t('evaluation.objectionsUntil', { day: day(objectionsUntil) });
  }
}

/** While it is open only how many came is known: 3 / 5 of the quorum. */
function votesWritten({ state, votes, turnout, policy }: Round): string {
  return state === 'OPEN' && policy ? `${turnout ?? 0} / ${policy.quorum}` : String(votes ?? '—');
}
