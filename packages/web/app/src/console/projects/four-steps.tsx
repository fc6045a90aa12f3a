import { useFormat } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FullProject } from './full-project.js';
import { stepOf } from './project.rules.js';

/** The one thread of four steps at the head of a project, each with what it has to show. */
export function FourSteps({ project }: { project: FullProject }) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  const current = stepOf(project.state);
  const wishes = project.demands.edges.reduce((sum, { node }) => sum + node.wishCount, 0);
  const satisfaction = project.evaluationRounds.edges.find(({ node }) => node.satisfaction !== null)?.node.satisfaction;
  const says = {
    1: project.demands.totalCount > 0 ? t('four.demands', { wishes, count: project.demands.totalCount }) : t('four.noDemands'),
    2: project.plan ? t('four.planned') : t('four.noPlan'),
    3:
      project.agreements.totalCount > 0 ? t('four.agreements', { count: project.agreements.totalCount }) : t('four.noAgreements'),
    4:
      satisfaction == null
        ? t('four.noRounds')
        : t('four.rounds', { count: project.evaluationRounds.totalCount, satisfaction: percent(satisfaction) }),
  };
  const first = project.demands.edges[0]?.node;
  return (
    <ol className="four" aria-label={t('four.label')}>
      {([1, 2, 3, 4] as const).map((step) => (
        <li
          key={step}
          className={step === current ? 'is-now' : step > current ? 'is-ahead' : undefined}
          aria-current={step === current ? 'step' : undefined}
        >
          <i aria-hidden="true">{step}</i>
          <b>{t(`kit:step.${step}.name`)}</b>
          <span>
            {step === 1 && first ? (
              <Link className="link" to={`/demands/${first.id}`}>
                {says[step]}
              </Link>
            ) : (
              says[step]
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
