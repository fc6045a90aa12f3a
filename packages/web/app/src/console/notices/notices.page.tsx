import { useQuery } from '@apollo/client/react';
import { Empty, useFormat, useHolds } from '@weixiang/kit';
import { Button, DataTable, Fetched, More, PageHead, RowLink } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noticeKind } from './notice-kind.js';
import { NoticesDocument } from './notices.documents.js';
import { PublishNoticeDialog } from './publish-notice-dialog.js';

/** The public series: numbered, linked, never edited. */
export default function NoticesPage() {
  const { t } = useTranslation();
  const holds = useHolds();
  const { day } = useFormat();
  const [isPublishing, setPublishing] = useState(false);
  const result = useQuery(NoticesDocument, { variables: { first: 50 } });
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
      <Fetched result={result}>
        {({ notices }) =>
          notices.edges.length === 0 ? (
            <Empty>{t('notices.none')}</Empty>
          ) : (
            <>
              <DataTable
                label={t('nav.notices')}
                rows={notices.edges.map(({ node }) => node)}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'number', title: t('number'), cell: (notice) => notice.number, isNumber: true, fold: 'tail' },
                  {
                    key: 'title',
                    title: t('notices.title'),
                    cell: (notice) => <RowLink to={`/notices/${notice.id}`}>{notice.title}</RowLink>,
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
                ]}
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
