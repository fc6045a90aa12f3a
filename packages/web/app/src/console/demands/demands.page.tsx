import { useQuery } from '@apollo/client/react';
import { Empty, useFormat, useHolds, useLabel } from '@weixiang/kit';
import {
  Button,
  ButtonLink,
  Fetched,
  FilterBar,
  FilterSearch,
  ListTable,
  More,
  PageHead,
  Pick,
  RowLink,
  useTable,
  useUrlFilters,
  type Column,
} from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { UnitSelect } from '../organisation/unit-select.js';
import type { DemandsQuery } from '../generated/graphql.js';
import { demandSorts } from '../list/sorts.js';
import { ListTools } from '../list/list-tools.js';
import { useWhere } from '../shell/where.js';
import { listed } from '../wishes/inbox.rules.js';
import { CreateDemandDialog } from './create-demand-dialog.js';
import { DemandStateChip, demandStates } from './demand-state.js';
import { DemandsDocument } from './demands.documents.js';
import { useDemandDeeds } from './use-demand-deeds.js';

type Demand = DemandsQuery['demands']['edges'][number]['node'];

/** What the wishes come down to: each demand with its wishes and the project that answers it. */
export default function DemandsPage() {
  const { t } = useTranslation();
  const holds = useHolds();
  const { place } = useWhere();
  const [filters, setFilter] = useUrlFilters({ state: '', unit: '', search: '' });
  const [isOpening, setOpening] = useState(false);
  const filter = { within: filters.unit || place?.id, state: listed(filters.state, demandStates), search: filters.search || undefined };
  const deeds = useDemandDeeds();
  const table = useTable('demands', useDemandColumns());
  const result = useQuery(DemandsDocument, {
    variables: {
      first: 50,
      sort: listed(table.sort ?? '', demandSorts)?.[0],
      filter,
    },
  });
  return (
    <>
      <PageHead
        title={t('nav.demands')}
        meta={t('demands.meta')}
        actions={
          holds('demand.manage') && (
            <Button icon="add" onPress={() => setOpening(true)}>
              {t('demands.create')}
            </Button>
          )
        }
      />
      <FilterBar
        count={result.data && t('kit:list.count', { count: result.data.demands.totalCount })}
        tools={<ListTools page="demands" table={table} ledger="demands" filter={filter} />}
      >
        <Pick
          label={t('wish.state')}
          value={filters.state}
          options={demandStates.map((value) => ({ value, label: t(`demandState.${value}`) }))}
          onPick={(state) => setFilter({ state })}
        />
        <UnitSelect
          label={t('filter.unit')}
          value={filters.unit}
          within={place?.id}
          onPick={(unit) => setFilter({ unit })}
          isFilter
        />
        <FilterSearch label={t('demands.search')} value={filters.search} onSearch={(search) => setFilter({ search })} />
      </FilterBar>
      <Fetched result={result}>
        {({ demands }) => (
          <>
            <ListTable
              label={t('nav.demands')}
              table={table}
              hrefOf={({ id }) => `/demands/${id}`}
              nameOf={({ title }) => title}
              rows={demands.edges.map(({ node }) => node)}
              rowKey={({ id }) => id}
              deeds={deeds}
              empty={<Empty action={<ButtonLink to="/wishes?state=ACCEPTED">{t('demands.toWishes')}</ButtonLink>}>{t('demands.none')}</Empty>}
            />
            <More
              shown={demands.edges.length}
              total={demands.totalCount}
              hasNext={demands.pageInfo.hasNextPage}
              onMore={() => result.fetchMore({ variables: { after: demands.pageInfo.endCursor } })}
            />
          </>
        )}
      </Fetched>
      <CreateDemandDialog isOpen={isOpening} onClose={() => setOpening(false)} />
    </>
  );
}

function useDemandColumns(): Column<Demand>[] {
  const { t } = useTranslation();
  const label = useLabel();
  const { number } = useFormat();
  return [
    {
      key: 'number',
      title: t('number'),
      cell: (demand) => demand.number,
      isNumber: true,
      sort: { ascending: 'OLDEST', descending: 'NEWEST' },
    },
    {
      key: 'title',
      title: t('nav.demands'),
      cell: (demand) => <RowLink to={`/demands/${demand.id}`}>{demand.title}</RowLink>,
      isFixed: true,
      isClipped: true,
      fold: 'lead',
    },
    {
      key: 'wishes',
      title: t('demands.wishes'),
      cell: (demand) => t('demands.wishCount', { count: demand.wishCount, shown: number(demand.wishCount) }),
      sort: { descending: 'WISHES' },
      isNumber: true,
      fold: 'tail',
    },
    {
      key: 'category',
      title: t('wish.category'),
      cell: (demand) => (demand.category ? label(demand.category.label) : '—'),
    },
    {
      key: 'unit',
      title: t('wish.unit'),
      cell: (demand) => demand.orgUnit?.name ?? '—',
      className: 'unit',
      fold: 'tail',
    },
    {
      key: 'project',
      title: t('nav.projects'),
      cell: ({ project }) =>
        project ? (
          <Link className="link" to={`/projects/${project.id}`}>
            {project.name}
          </Link>
        ) : (
          '—'
        ),
      className: 'unit',
    },
    {
      key: 'state',
      title: t('wish.state'),
      cell: (demand) => <DemandStateChip state={demand.state} />,
      fold: 'end',
    },
  ];
}
