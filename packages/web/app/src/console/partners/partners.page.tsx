import { useQuery } from '@apollo/client/react';
import { Empty, useFormat, useHolds, useLabel } from '@weixiang/kit';
import {
  Button,
  DataTable,
  Fetched,
  FilterBar,
  FilterSearch,
  More,
  PageHead,
  Pick,
  RowLink,
  useUrlFilters,
} from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listed } from '../wishes/inbox.rules.js';
import { AdmitPartnerDialog } from './admit-partner-dialog.js';
import { PartnerStateChip, partnerStates } from './partner-state.js';
import { PartnersDocument } from './partners.documents.js';

/** Organisations that offer resources or deliver projects. */
export default function PartnersPage() {
  const { t } = useTranslation();
  const holds = useHolds();
  const label = useLabel();
  const { day } = useFormat();
  const [filters, setFilter] = useUrlFilters({ state: '', search: '' });
  const [isAdmitting, setAdmitting] = useState(false);
  const result = useQuery(PartnersDocument, {
    variables: { first: 50, filter: { state: listed(filters.state, partnerStates), search: filters.search || undefined } },
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
      <FilterBar count={result.data && t('kit:list.count', { count: result.data.partners.totalCount })}>
        <Pick
          label={t('wish.state')}
          value={filters.state}
          options={partnerStates.map((value) => ({ value, label: t(`partnerState.${value}`) }))}
          onPick={(state) => setFilter({ state })}
        />
        <FilterSearch label={t('partners.search')} value={filters.search} onSearch={(search) => setFilter({ search })} />
      </FilterBar>
      <Fetched result={result}>
        {({ partners }) =>
          partners.edges.length === 0 ? (
            <Empty>{t('partners.none')}</Empty>
          ) : (
            <>
              <DataTable
                label={t('nav.partners')}
                rows={partners.edges.map(({ node }) => node)}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'name',
                    title: t('partners.name'),
                    cell: (partner) => <RowLink to={`/partners/${partner.id}`}>{partner.name}</RowLink>,
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
                ]}
              />
              <More
                shown={partners.edges.length}
                total={partners.totalCount}
                hasNext={partners.pageInfo.hasNextPage}
                onMore={() => result.fetchMore({ variables: { after: partners.pageInfo.endCursor } })}
              />
            </>
          )
        }
      </Fetched>
      <AdmitPartnerDialog isOpen={isAdmitting} onClose={() => setAdmitting(false)} />
    </>
  );
}
