import { Empty, useFormat } from '@weixiang/kit';
import { Button, GradeBar, RowLink, Section } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { Grade, RoundState } from '../generated/graphql.js';
import type { FullProject } from './full-project.js';

const grades = ['EXCELLENT', 'GOOD', 'PASS', 'FAIL'] as const;

/** The colours of the four grades, named once. */
export function GradeKey() {
  const { t } = useTranslation('kit');
  return grades.map((grade, index) => (
    <span key={grade} className={`key is-${index + 1}`}>
      {t(`grade.${grade}`)}
    </span>
  ));
}

/** The four counts in their order; hidden ones show as nothing. */
export function votesOf({ excellent, good, pass, fail }: Counts): [number, number, number, number] {
  return [excellent ?? 0, good ?? 0, pass ?? 0, fail ?? 0];
}

type Counts = Record<'excellent' | 'good' | 'pass' | 'fail', number | null>;

/** The grade of a month, or where its evaluation stands while there is none. */
export function RoundGrade({ round }: { round: { grade: Grade | null; state: RoundState } }) {
  const { t } = useTranslation();
  const { grade, state } = round;
  if (!grade) return <span className="minor">{t(`round.states.${state}`)}</span>;
  return <span className={grade === 'FAIL' ? 'is-late-text' : undefined}>{t(`kit:grade.${grade}`)}</span>;
}

/** 一月一评: the votes of each month as a bar, with the figures beside it. */
export function RoundList({ project, onRecord }: { project: FullProject; onRecord: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { month, percent } = useFormat();
  const rounds = project.evaluationRounds.edges.map(({ node }) => node);
  const most = Math.max(...rounds.map(({ votes }) => votes ?? 0), 1);
  return (
    <Section title={t('nav.evaluations')} note={<GradeKey />}>
      {rounds.length === 0 ? (
        <Empty>{t('round.none')}</Empty>
      ) : (
        <table className="tbl rate" aria-label={t('nav.evaluations')}>
          <thead>
            <tr>
              <th>{t('round.month')}</th>
              <th>{t('round.votesByGrade')}</th>
              <th className="num">{t('round.votes')}</th>
              <th className="num">{t('round.satisfaction')}</th>
              <th>{t('round.grade')}</th>
            </tr>
          </thead>
          <tbody>
            {rounds.map((round) => (
              <tr key={round.id}>
                <td>
                  <RowLink to={`/evaluations/${round.id}`}>{month(round.month)}</RowLink>
                </td>
                <td
                  className="bar"
                  title={grades
                    .map(
                      (grade, index) =>
                        `${t(`kit:grade.${grade}`)} ${votesOf(round)[index]}`,
                    )
                    .join(' ')}
                >
                  <GradeBar votes={votesOf(round)} of={most} />
                </td>
                <td className="num">{round.votes}</td>
                <td className="num">{round.satisfaction === null ? '—' : percent(round.satisfaction)}</td>
                <td>
                  <RoundGrade round={round} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {onRecord && (
        <p className="more">
          <Button isSmall icon="add" onPress={onRecord}>
            {t('round.record')}
          </Button>
        </p>
      )}
    </Section>
  );
}
