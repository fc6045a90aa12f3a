import { useQuery } from '@apollo/client/react';
import { Empty, useFormat } from '@weixiang/kit';
import { ButtonLink, Fetched, FilterBar, ListTable, More, PageHead, RowLink, useTable, useUrlFilters, type Column } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { AgreementsQuery } from '../generated/graphql.js';
import { ListTools } from '../list/list-tools.js';
import { agreementSorts } from '../list/sorts.js';
import { UnitSelect } from '../organisation/unit-select.js';
import { useWhere } from '../shell/where.js';
import { listed } from '../wishes/inbox.rules.js';
import { AgreementsDocument } from './projects.documents.js';

type Agreement = AgreementsQuery['agreements']['edges'][number]['node'];

/** Every signed agreement, latest first. */
export default function AgreementsPage() {
  const { t } = useTranslation();
  const { place } = useWhere();
  const [{ unit }, setFilter] = useUrlFilters({ unit: '' });
  const filter = { within: unit || undefined };
  const table = useTable('agreements', useAgreementColumns());
  const result = useQuery(AgreementsDocument, {
    variables: { first: 50, filter, sort: listed(table.sort ?? '', agreementSorts)?.[0] },
  });
  const total = result.data?.agreements.totalCount;
  return (
    <>
      <PageHead title={t('nav.agreements')} />
      <FilterBar
        count={total !== undefined && t('kit:list.count', { count: total })}
        tools={<ListTools page="agreements" table={table} ledger="agreements" filter={filter} />}
      >
        <UnitSelect label={t('filter.unit')} value={unit} within={place?.id} onPick={(next) => setFilter({ unit: next })} isFilter />
      </FilterBar>
      <Fetched result={result}>
        {({ agreements }) =>
          agreements.edges.length === 0 ? (
            <Empty action={<ButtonLink to="/projects">{t('agreement.toProjects')}</ButtonLink>}>{t('agreement.noneAtAll')}</Empty>
          ) : (
            <>
              <ListTable
                label={t('nav.agreements')}
                table={table}
                hrefOf={({ project }) => (project ? `/projects/${project.id}` : undefined)}
                nameOf={({ project }) => project?.name ?? ''}
                rows={agreements.edges.map(({ node }) => node)}
                rowKey={({ id }) => id}
              />
              <More
                shown={agreements.edges.length}
                total={agreements.totalCount}
                hasNext={agreements.pageInfo.hasNextPage}
                onMore={() => result.fetchMore({ variables: { after: agreements.pageInfo.endCursor } })}
              />
            </>
          )
        }
      </Fetched>
    </>
  );
}

function useAgreementColumns(): Column<Agreement>[] {
  const { t } = useTranslation();
  const { day } = useFormat();
  return [
    { key: 'on', title: t('agreement.signedOn'), cell: (agreement) => day(agreement.signedOn), fold: 'tail', sort: { ascending: 'OLDEST', descending: 'NEWEST' } },
    {
      key: 'project',
      title: t('projects.name'),
      cell: (agreement) =>
        agreement.project ? (
          <RowLink to={`/projects/${agreement.project.id}`}>{agreement.project.name}</RowLink>
        ) : (
          '—'
        ),
      className: 'half',
      fold: 'lead',
      isFixed: true,
    },
    {
      key: 'partner',
      title: t('projects.partner'),
      cell: (agreement) =>
        agreement.partner ? (
          <RowLink to={`/partners/${agreement.partner.id}`}>{agreement.partner.name}</RowLink>
        ) : (
          '—'
        ),
      fold: 'tail',
    },
    {
      key: 'content',
      title: t('agreement.content'),
      cell: (agreement) => agreement.content ?? '—',
      className: 'half',
    },
    { key: 'frequency', title: t('agreement.frequency'), cell: (agreement) => agreement.frequency ?? '—' },
  ];
}
