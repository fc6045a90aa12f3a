import { useQuery } from '@apollo/client/react';
import { Empty, useFormat, useHolds, useLabel } from '@weixiang/kit';
import {
  Button,
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
import type { PartnersQuery } from '../generated/graphql.js';
import { partnerSorts } from '../list/sorts.js';
import { ListTools } from '../list/list-tools.js';
import { listed } from '../wishes/inbox.rules.js';
import { AdmitPartnerDialog } from './admit-partner-dialog.js';
import { PartnerStateChip, partnerStates } from './partner-state.js';
import { PartnersDocument } from './partners.documents.js';
import { usePartnerDeeds } from './use-partner-deeds.js';

type Partner = PartnersQuery['partners']['edges'][number]['node'];

/** Organisations that offer resources or deliver projects. */
export default function PartnersPage() {
  const { t } = useTranslation();
  const holds = useHolds();
  const [filters, setFilter] = useUrlFilters({ state: '', search: '' });
  const [isAdmitting, setAdmitting] = useState(false);
  const deeds = usePartnerDeeds();
  const table = useTable('partners', usePartnerColumns());
  const filter = { state: listed(filters.state, partnerStates), search: filters.search || undefined };
  const result = useQuery(PartnersDocument, {
    variables: { first: 50, filter, sort: listed(table.sort ?? '', partnerSorts)?.[0] },
  });
  return (
    <>
      <PageHead
        title={t('nav.partners')}
        meta={t('partners.meta')}
        actions={
          holds('partner.admit') && (
            <Button tone="main" icon="add" onPress={() => setAdmitting(true)}>
              {t('partners.admit')}
            </Button>
          )
        }
      />
      <FilterBar
        count={result.data && t('kit:list.count', { count: result.data.partners.totalCount })}
        tools={<ListTools page="partners" table={table} ledger="partners" filter={filter} />}
      >
        <Pick
          label={t('wish.state')}
          value={filters.state}
          options={partnerStates.map((value) => ({ value, label: t(`partnerState.${value}`) }))}
          onPick={(state) => setFilter({ state })}
        />
        <FilterSearch label={t('partners.search')} value={filters.search} onSearch={(search) => setFilter({ search })} />
      </FilterBar>
      <Fetched result={result}>
        {({ partners }) => (
          <>
            <ListTable
              label={t('nav.partners')}
              table={table}
              hrefOf={({ id }) => `/partners/${id}`}
              nameOf={({ name }) => name}
              rows={partners.edges.map(({ node }) => node)}
              rowKey={({ id }) => id}
              deeds={deeds}
              empty={<Empty>{t('partners.none')}</Empty>}
            />
            <More
              shown={partners.edges.length}
              total={partners.totalCount}
              hasNext={partners.pageInfo.hasNextPage}
              onMore={() => result.fetchMore({ variables: { after: partners.pageInfo.endCursor } })}
            />
          </>
        )}
      </Fetched>
      <AdmitPartnerDialog isOpen={isAdmitting} onClose={() => setAdmitting(false)} />
    </>
  );
}

function usePartnerColumns(): Column<Partner>[] {
  const { t } = useTranslation();
  const label = useLabel();
  const { day } = useFormat();
  return [
    {
      key: 'name',
      title: t('partners.name'),
      cell: (partner) => <RowLink to={`/partners/${partner.id}`}>{partner.name}</RowLink>,
      isFixed: true,
      sort: { ascending: 'NAME', descending: 'NAME_LAST' },
      isClipped: true,
      fold: 'lead',
    },
    { key: 'code', title: t('partners.creditCode'), cell: (partner) => partner.creditCode ?? '—' },
    {
      key: 'kind',
      title: t('partners.kind'),
      cell: (partner) => (partner.kindLabel ? label(partner.kindLabel) : '—'),
      fold: 'tail',
    },
    { key: 'category', title: t('partners.category'), cell: (partner) => partner.category ?? '—' },
    {
      key: 'since',
      title: t('partners.admittedOn'),
      cell: (partner) => (partner.admittedOn ? day(partner.admittedOn) : '—'),
      fold: 'tail',
    },
    {
      key: 'state',
      title: t('wish.state'),
      cell: (partner) => <PartnerStateChip state={partner.state} />,
      fold: 'end',
    },
  ];
}
