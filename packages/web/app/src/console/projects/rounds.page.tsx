import { useQuery } from '@apollo/client/react';
import { Empty, useFormat } from '@weixiang/kit';
import { ButtonLink, Fetched, FilterBar, GradeBar, ListTable, More, PageHead, RowLink, useTable, type Column } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { RoundsQuery } from '../generated/graphql.js';
import { ListTools } from '../list/list-tools.js';
import { roundSorts } from '../list/sorts.js';
import { listed } from '../wishes/inbox.rules.js';
import { RoundsDocument } from './projects.documents.js';
import { GradeKey, RoundGrade, votesOf } from './round-list.js';
import './project.css';

type Round = RoundsQuery['evaluationRounds']['edges'][number]['node'];

/** 一月一评 over all projects, grouped by month. */
export default function RoundsPage() {
  const { t } = useTranslation();
  const { month } = useFormat();
  const [params] = useSearchParams();
  const sort = listed(params.get('sort') ?? '', roundSorts)?.[0];
  const result = useQuery(RoundsDocument, { variables: { first: 50, sort } });
  const shown = result.data ?? result.previousData;
  const most = Math.max(...(shown?.evaluationRounds.edges ?? []).map(({ node }) => node.votes ?? 0), 1);
  const table = useTable('evaluations', useRoundColumns(most));
  const total = result.data?.evaluationRounds.totalCount;
  return (
    <>
      <PageHead title={t('nav.evaluations')} meta={<GradeKey />} />
      <FilterBar
        count={total !== undefined && t('kit:list.count', { count: total })}
        tools={<ListTools page="evaluations" table={table} ledger="evaluations" />}
      />
      <Fetched result={result}>
        {({ evaluationRounds }) => {
          const rounds = evaluationRounds.edges.map(({ node }) => node);
          if (rounds.length === 0)
            return <Empty action={<ButtonLink to="/projects">{t('agreement.toProjects')}</ButtonLink>}>{t('round.none')}</Empty>;
          const months = [...new Set(rounds.map((round) => round.month))];
          return (
            <>
              <ListTable
                label={t('nav.evaluations')}
                table={table}
                hrefOf={({ project }) => (project ? `/projects/${project.id}` : undefined)}
                nameOf={({ project, month: of }) => `${project?.name ?? ''} ${month(of)}`}
                className="rate"
                // Sorted by its mean a round stands among rounds of other months.
                groups={
                  sort === 'WORST'
                    ? [{ key: 'all', rows: rounds }]
                    : months.map((each) => ({ key: each, title: month(each), rows: rounds.filter((round) => round.month === each) }))
                }
                rowKey={({ id }) => id}
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

/** `most` votes fill the bar. */
function useRoundColumns(most: number): Column<Round>[] {
  const { t } = useTranslation();
  const { month, percent } = useFormat();
  return [
    { key: 'month', title: t('round.month'), cell: (round) => month(round.month), sort: { ascending: 'OLDEST', descending: 'NEWEST' }, isSpare: true },
    {
      key: 'project',
      title: t('projects.name'),
      cell: (round) =>
        round.project ? <RowLink to={`/projects/${round.project.id}`}>{round.project.name}</RowLink> : '—',
      className: 'half',
      fold: 'lead',
      isFixed: true,
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
      sort: { ascending: 'WORST' },
      cell: (round) => <RoundGrade round={round} />,
      fold: 'end',
    },
  ];
}
