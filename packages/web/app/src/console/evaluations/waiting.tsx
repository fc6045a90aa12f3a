import { useQuery } from '@apollo/client/react';
import { useFormat, useLabel } from '@weixiang/kit';
import { DataTable, ExportButton, RowLink, Section } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { WaitingOnEvaluationDocument } from './evaluations.documents.js';

/** Decisions that final grades call for, and objections without an answer; nothing when nothing waits. */
export function WaitingOnEvaluation() {
  const { t } = useTranslation();
  const label = useLabel();
  const { month, nearDay } = useFormat();
  const { data } = useQuery(WaitingOnEvaluationDocument, { fetchPolicy: 'cache-and-network' });
  const proposals = data?.evaluationProposals;
  const objections = data?.objections;
  return (
    <>
      {objections && objections.totalCount > 0 && (
        <Section
          title={t('evaluation.objectionsWaiting')}
          note={
            <>
              {t('kit:list.count', { count: objections.totalCount })} <ExportButton ledger="objections" filter={{ state: ['OPEN'] }} isSmall />
            </>
          }
        >
          <DataTable
            label={t('evaluation.objectionsWaiting')}
            rows={objections.nodes}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'words',
                title: t('evaluation.reasons'),
                cell: ({ words, round }) => (
                  <RowLink to={`/evaluations/${round?.id}`}>
                    <span className="voice">{words}</span>
                  </RowLink>
                ),
                isClipped: true,
                fold: 'lead',
              },
              { key: 'project', title: t('projects.name'), cell: ({ project }) => project?.name ?? '—', fold: 'tail' },
              { key: 'month', title: t('round.month'), cell: ({ round }) => (round ? month(round.month) : '—') },
              { key: 'since', title: t('evaluation.since'), cell: ({ createdAt }) => nearDay(createdAt), fold: 'end' },
            ]}
          />
        </Section>
      )}
      {proposals && proposals.totalCount > 0 && (
        <Section title={t('evaluation.proposalsWaiting')} note={t('evaluation.neverByItself')}>
          <DataTable
            label={t('evaluation.proposalsWaiting')}
            rows={proposals.nodes}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'project',
                title: t('projects.name'),
                cell: ({ project, round }) => <RowLink to={`/evaluations/${round?.id}`}>{project?.name ?? '—'}</RowLink>,
                className: 'half',
                fold: 'lead',
              },
              {
                key: 'kind',
                title: t('evaluation.proposed'),
                cell: ({ kind }) => <span className={kind === 'COMMENDATION' ? undefined : 'is-late-text'}>{t(`evaluation.kinds.${kind}`)}</span>,
                fold: 'end',
              },
              {
                key: 'because',
                title: t('evaluation.because'),
                cell: ({ round }) => (round?.grade ? `${month(round.month)} ${t(`kit:grade.${round.grade}`)}` : '—'),
                fold: 'tail',
              },
              {
                key: 'deciders',
                title: t('evaluation.deciders'),
                cell: ({ deciders, availableSteps }) =>
                  availableSteps.some(({ allowed }) => allowed) ? <b>{t('evaluation.you')}</b> : deciders.map((each) => label(each)).join(t('evaluation.or')),
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}
