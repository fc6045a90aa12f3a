import { useQuery } from '@apollo/client/react';
import { Empty, useFormat } from '@weixiang/kit';
import { ButtonLink, DataTable, Fetched, GradeBar, More, PageHead, RowLink } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { RoundsDocument } from './projects.documents.js';
import { GradeKey, RoundGrade, votesOf } from './round-list.js';
import './project.css';

/** 一月一评 over all projects, grouped by month. */
export default function RoundsPage() {
  const { t } = useTranslation();
  const { month, percent } = useFormat();
  const result = useQuery(RoundsDocument, { variables: { first: 50 } });
  const total = result.data?.evaluationRounds.totalCount;
  return (
    <>
      <PageHead
        title={t('nav.evaluations')}
        meta={
          <>
            {total !== undefined && t('kit:list.count', { count: total })} <GradeKey />
          </>
        }
      />
      <Fetched result={result}>
        {({ evaluationRounds }) => {
          const rounds = evaluationRounds.edges.map(({ node }) => node);
          if (rounds.length === 0)
            return <Empty action={<ButtonLink to="/projects">{t('agreement.toProjects')}</ButtonLink>}>{t('round.none')}</Empty>;
          const most = Math.max(...rounds.map(({ votes }) => votes ?? 0), 1);
          const months = [...new Set(rounds.map((round) => round.month))];
          return (
            <>
              <DataTable
                label={t('nav.evaluations')}
                className="rate"
                groups={months.map((each) => ({
                  key: each,
                  title: month(each),
                  rows: rounds.filter((round) => round.month === each),
                }))}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'project',
                    title: t('projects.name'),
                    cell: (round) =>
                      round.project ? <RowLink to={`/projects/${round.project.id}`}>{round.project.name}</RowLink> : '—',
                    className: 'half',
                    fold: 'lead',
                  },
                  {
                    key: 'bar',
                    title: t('round.votesByGrade'),
                    cell: (round) => <GradeBar votes={votesOf(round)} of={most} />,
                    className: 'bar',
                  },
                  { key: 'votes', title: t('round.votes'), cell: (round) => round.votes, isNumber: true },
                  {
                    key: 'satisfaction',
                    title: t('round.satisfaction'),
                    cell: (round) => (round.satisfaction === null ? '—' : percent(round.satisfaction)),
                    isNumber: true,
                    fold: 'tail',
                  },
                  {
                    key: 'grade',
                    title: t('round.grade'),
                    cell: (round) => <RoundGrade round={round} />,
                    fold: 'end',
                  },
                ]}
              />
              <More
                shown={rounds.length}
                total={evaluationRounds.totalCount}
                hasNext={evaluationRounds.pageInfo.hasNextPage}
                onMore={() => result.fetchMore({ variables: { after: evaluationRounds.pageInfo.endCursor } })}
              />
            </>
          );
        }}
      </Fetched>
    </>
  );
}
