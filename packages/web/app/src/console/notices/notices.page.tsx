import { useQuery } from '@apollo/client/react';
import { Empty, useFormat, useHolds } from '@weixiang/kit';
import { Button, Fetched, FilterBar, FilterSearch, ListTable, More, PageHead, RowLink, useTable, useUrlFilters, type Column } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoticesQuery } from '../generated/graphql.js';
import { ListTools } from '../list/list-tools.js';
import { noticeSorts } from '../list/sorts.js';
import { listed } from '../wishes/inbox.rules.js';
import { noticeKind } from './notice-kind.js';
import { NoticesDocument } from './notices.documents.js';
import { PublishNoticeDialog } from './publish-notice-dialog.js';

type Notice = NoticesQuery['notices']['edges'][number]['node'];

/** The public series: numbered, linked, never edited. */
export default function NoticesPage() {
  const { t } = useTranslation();
  const holds = useHolds();
  const [isPublishing, setPublishing] = useState(false);
  const [filters, setFilter] = useUrlFilters({ search: '' });
  const table = useTable('notices', useNoticeColumns());
  const result = useQuery(NoticesDocument, {
    variables: { first: 50, filter: { search: filters.search || undefined }, sort: listed(table.sort ?? '', noticeSorts)?.[0] },
  });
  const chain = result.data?.noticeChain;
  return (
    <>
      <PageHead
        title={t('nav.notices')}
        meta={
          chain &&
          (chain.intact ? (
            t('notices.intact', { count: chain.length })
          ) : (
            <b className="is-late-text">{t('notices.broken', { number: chain.brokenAt })}</b>
          ))
        }
        actions={
          holds('notice.publish') && (
            <Button tone="main" icon="add" onPress={() => setPublishing(true)}>
              {t('notices.publish')}
            </Button>
          )
        }
      />
      <FilterBar
        count={result.data && t('kit:list.count', { count: result.data.notices.totalCount })}
        tools={<ListTools page="notices" table={table} />}
      >
        <FilterSearch label={t('notices.search')} value={filters.search} onSearch={(search) => setFilter({ search })} />
      </FilterBar>
      <Fetched result={result}>
        {({ notices }) =>
          notices.edges.length === 0 ? (
            <Empty>{t('notices.none')}</Empty>
          ) : (
            <>
              <ListTable
                label={t('nav.notices')}
                table={table}
                hrefOf={({ id }) => `/notices/${id}`}
                nameOf={({ title }) => title}
                rows={notices.edges.map(({ node }) => node)}
                rowKey={({ id }) => id}
              />
              <More
                shown={notices.edges.length}
                total={notices.totalCount}
                hasNext={notices.pageInfo.hasNextPage}
                onMore={() => result.fetchMore({ variables: { after: notices.pageInfo.endCursor } })}
              />
            </>
          )
        }
      </Fetched>
      <PublishNoticeDialog isOpen={isPublishing} onClose={() => setPublishing(false)} />
    </>
  );
}

function useNoticeColumns(): Column<Notice>[] {
  const { t } = useTranslation();
  const { day } = useFormat();
  return [
    { key: 'number', title: t('number'), cell: (notice) => notice.number, isNumber: true, fold: 'tail', sort: { ascending: 'OLDEST', descending: 'NEWEST' } },
    {
      key: 'title',
      title: t('notices.title'),
      cell: (notice) => <RowLink to={`/notices/${notice.id}`}>{notice.title}</RowLink>,
      isFixed: true,
      isClipped: true,
      fold: 'lead',
    },
    { key: 'kind', title: t('notices.kind'), cell: (notice) => noticeKind(t, notice.kind), fold: 'tail' },
    { key: 'unit', title: t('wish.unit'), cell: (notice) => notice.orgUnit?.name ?? '—', className: 'unit' },
    {
      key: 'corrects',
      title: t('notices.corrects'),
      cell: (notice) => (notice.corrects ? t('notices.numbered', { number: notice.corrects.number }) : '—'),
    },
    { key: 'on', title: t('notices.publishedOn'), cell: (notice) => day(notice.publishedAt), fold: 'end' },
  ];
}
