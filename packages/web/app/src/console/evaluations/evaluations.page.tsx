import { useQuery } from '@apollo/client/react';
import { Empty, useFormat } from '@weixiang/kit';
import { ButtonLink, Fetched, FilterBar, ListTable, More, PageHead, Section, useTable, useUrlFilters } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ListTools } from '../list/list-tools.js';
import { roundSorts } from '../list/sorts.js';
import { GradeKey } from '../projects/round-list.js';
import { useWhere } from '../shell/where.js';
import { listed } from '../wishes/inbox.rules.js';
import { EvaluationsDocument } from './evaluations.documents.js';
import { RoundTabs, roundStates } from './round-tabs.js';
import { useRoundColumns } from './use-round-columns.js';
import { WaitingOnEvaluation } from './waiting.js';
import '../projects/project.css';
import './evaluations.css';

/** 一月一评: what waits for a decision or an answer, then every month's round by where it stands. */
export default function EvaluationsPage() {
  const { t } = useTranslation();
  const { month } = useFormat();
  const { within } = useWhere();
  const [params] = useSearchParams();
  const [{ state }, setFilter] = useUrlFilters({ state: '' });
  const chosen = roundStates.find((each) => each === state);
  const filter = { within, ...(chosen ? { state: [chosen] } : {}) };
  const sort = listed(params.get('sort') ?? '', roundSorts)?.[0];
  const result = useQuery(EvaluationsDocument, { variables: { first: 50, filter, within, sort }, fetchPolicy: 'cache-and-network' });
  const shown = result.data ?? result.previousData;
  const counts = new Map(shown?.evaluationRoundCounts.map(({ key, count }) => [key, count]));
  const most = Math.max(...(shown?.evaluationRounds.edges ?? []).map(({ node }) => node.votes ?? 0), 1);
  const table = useTable('evaluations', useRoundColumns(most));
  const isByMonth = sort !== 'WORST' && sort !== 'CLOSING';
  return (
    <>
      <PageHead title={t('nav.evaluations')} />
      <WaitingOnEvaluation />
      <Section title={t('evaluation.rounds')} note={<GradeKey />}>
        <FilterBar
          count={result.data && t('kit:list.count', { count: result.data.evaluationRounds.totalCount })}
          tools={<ListTools page="evaluations" table={table} ledger="evaluations" filter={filter} />}
        >
          <RoundTabs value={chosen} counts={counts} onPick={(next) => setFilter({ state: next })} />
        </FilterBar>
        <Fetched result={result}>
          {({ evaluationRounds }) => {
            const rounds = evaluationRounds.edges.map(({ node }) => node);
            if (rounds.length === 0)
              return (
                <Empty action={<ButtonLink to="/projects">{t('agreement.toProjects')}</ButtonLink>}>
                  {t(chosen ? `evaluation.none.${chosen}` : 'round.none')}
                </Empty>
              );
            const months = [...new Set(rounds.map((round) => round.month))];
            return (
              <>
                <ListTable
                  label={t('evaluation.rounds')}
                  table={table}
                  hrefOf={({ id }) => `/evaluations/${id}`}
                  nameOf={({ project, month: of }) => `${project?.name ?? ''} ${month(of)}`}
                  className="rate"
                  // Sorted otherwise a round stands among rounds of other months.
                  groups={
                    isByMonth
                      ? months.map((each) => ({ key: each, title: month(each), rows: rounds.filter((round) => round.month === each) }))
                      : [{ key: 'all', rows: rounds }]
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
      </Section>
    </>
  );
}
