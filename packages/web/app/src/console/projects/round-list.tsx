import { Empty, useFormat } from '@weixiang/kit';
import { Button, GradeBar, Section } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
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

/** 一月一评: the votes of each month as a bar, with the figures beside it. */
export function RoundList({ project, onRecord }: { project: FullProject; onRecord: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { month, percent } = useFormat();
  const rounds = project.evaluationRounds.edges.map(({ node }) => node);
  const most = Math.max(...rounds.map(({ votes }) => votes), 1);
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
                <td>{month(round.month)}</td>
                <td
                  className="bar"
                  title={grades
                    .map(
                      (grade, index) =>
                        `${t(`kit:grade.${grade}`)} ${[round.excellent, round.good, round.pass, round.fail][index]}`,
                    )
                    .join(' ')}
                >
                  <GradeBar votes={[round.excellent, round.good, round.pass, round.fail]} of={most} />
                </td>
                <td className="num">{round.votes}</td>
                <td className="num">{percent(round.satisfaction)}</td>
                <td className={round.grade === 'FAIL' ? 'is-late-text' : undefined}>{t(`kit:grade.${round.grade}`)}</td>
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
