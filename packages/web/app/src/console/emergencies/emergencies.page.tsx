import { useQuery } from '@apollo/client/react';
import { Empty, useFormat, useLabel } from '@weixiang/kit';
import { ButtonLink, Fetched, FilterBar, ListTable, More, PageHead, RowLink, useTable, useUrlFilters, type Column } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { EmergencyRowFragment } from '../generated/graphql.js';
import { ListTools } from '../list/list-tools.js';
import { emergencySorts } from '../list/sorts.js';
import { listed } from '../wishes/inbox.rules.js';
import { EmergenciesDocument } from './emergencies.documents.js';
import { EmergencyStanding } from './emergency-standing.js';

const states = ['OPEN', 'ENDED', 'JUSTIFIED', 'UNJUSTIFIED'] as const;

/** Emergency access that I may see: what is open, what waits for a review, what was found. */
export default function EmergenciesPage() {
  const { t } = useTranslation();
  const [{ state }, setFilter] = useUrlFilters({ state: '' });
  const chosen = states.find((each) => each === state);
  const table = useTable('emergencies', useEmergencyColumns());
  const result = useQuery(EmergenciesDocument, {
    variables: { first: 50, filter: chosen ? { state: [chosen] } : {}, sort: listed(table.sort ?? '', emergencySorts)?.[0] },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <>
      <PageHead title={t('emergency.title')} meta={t('emergency.meta')} crumbs={[{ label: t('nav.units'), to: '/units' }, { label: t('emergency.title') }]} />
      <FilterBar count={result.data && t('kit:list.count', { count: result.data.emergencyAccesses.totalCount })} tools={<ListTools table={table} />}>
        <div className="tabs" role="group" aria-label={t('emergency.standing')}>
          {[undefined, ...states].map((each) => (
            <button key={each ?? 'all'} type="button" aria-pressed={chosen === each} onClick={() => setFilter({ state: each ?? '' })}>
              {t(each ? `emergency.states.${each}` : 'inbox.all')}
            </button>
          ))}
        </div>
      </FilterBar>
      <Fetched result={result}>
        {({ emergencyAccesses }) =>
          emergencyAccesses.edges.length === 0 ? (
            <Empty action={!chosen && <ButtonLink to="/units">{t('nav.units')}</ButtonLink>}>{t(chosen ? `emergency.none.${chosen}` : 'emergency.none.all')}</Empty>
          ) : (
            <>
              <ListTable
                label={t('emergency.title')}
                table={table}
                hrefOf={({ id }) => `/emergencies/${id}`}
                nameOf={({ reason }) => reason}
                rows={emergencyAccesses.edges.map(({ node }) => node)}
                rowKey={({ id }) => id}
              />
              <More
                shown={emergencyAccesses.edges.length}
                total={emergencyAccesses.totalCount}
                hasNext={emergencyAccesses.pageInfo.hasNextPage}
                onMore={() => result.fetchMore({ variables: { after: emergencyAccesses.pageInfo.endCursor } })}
              />
            </>
          )
        }
      </Fetched>
    </>
  );
}

function useEmergencyColumns(): Column<EmergencyRowFragment>[] {
  const { t } = useTranslation();
  const label = useLabel();
  const { day, time } = useFormat();
  return [
    {
      key: 'role',
      title: t('emergency.role'),
      cell: ({ id, orgUnit, assignment }) => (
        <RowLink to={`/emergencies/${id}`}>{[orgUnit?.name, assignment && label(assignment.roleLabel)].filter(Boolean).join(' ') || t('emergency.title')}</RowLink>
      ),
      isFixed: true,
      fold: 'lead',
    },
    { key: 'reason', title: t('emergency.reason'), cell: ({ reason }) => reason, isClipped: true },
    { key: 'person', title: t('emergency.person'), cell: ({ person }) => person?.name ?? '—', fold: 'tail' },
    {
      key: 'at',
      title: t('emergency.openedAt'),
      cell: ({ createdAt }) => `${day(createdAt)} ${time(createdAt)}`,
      sort: { ascending: 'OLDEST', descending: 'NEWEST' },
      fold: 'tail',
    },
    { key: 'state', title: t('emergency.standing'), cell: (row) => <EmergencyStanding emergency={row} />, fold: 'end' },
  ];
}
