import { useFormat } from '@weixiang/kit';
import { Band } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { gradeClass } from './grade.rules.js';
import type { Grade, ProjectPageQuery } from '../generated/graphql.js';

type Round = NonNullable<NonNullable<ProjectPageQuery['project']>['latestRound']>;

/** The last month's grade with the tallies it comes from. */
export function ProjectGrade({ round }: { round: Round & { grade: Grade } }) {
  const { t } = useTranslation('core-portal');
  const { t: tk } = useTranslation('kit');
  const { month, number, percent } = useFormat();
  const tallies = [
    { grade: 'EXCELLENT', votes: round.excellent },
    { grade: 'GOOD', votes: round.good },
    { grade: 'PASS', votes: round.pass },
    { grade: 'FAIL', votes: round.fail },
  ] as const;
  return (
    <Band
      title={t('project.judgedIn', { month: month(round.month) })}
      aside={<b className={gradeClass(round.grade)}>{tk(`grade.${round.grade}`)}</b>}
    >
      {round.votes === null || round.satisfaction === null ? (
        <p className="meta">{t('project.fewVotes')}</p>
      ) : (
        <>
          <dl className="facts is-four">
            {tallies.map(({ grade, votes }) => (
              <div key={grade}>
                <dt>{tk(`grade.${grade}`)}</dt>
                <dd>{number(votes ?? 0)}</dd>
              </div>
            ))}
          </dl>
          <p className="meta">{t('project.satisfaction', { votes: number(round.votes), share: percent(round.satisfaction) })}</p>
        </>
      )}
    </Band>
  );
}
