import { useQuery } from '@apollo/client/react';
import { Empty, ErrorState, Loading } from '@weixiang/kit';
import { LoadMore, PageBar, useFreshness } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NoticeRow } from './notice-row.js';
import { NoticesPageDocument } from './notices.documents.js';

/** All notices, the newest first, open to everybody. */
export default function NoticesPage() {
  const { t } = useTranslation('core-portal');
  const { data, error, loading, refetch, fetchMore } = useQuery(NoticesPageDocument, {
    ...useFreshness(),
    notifyOnNetworkStatusChange: true,
  });
  const notices = data?.notices;
  return (
    <>
      <PageBar title={t('tab.notices')} />
      <div className="band">
        <p className="meta">
          {t('notice.what')} <Link className="link" to="/notices/verify">{t('notice.verify')}</Link>
        </p>
        {notices ? null : error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading lines={[52, 52, 52, 52]} />}
        {notices?.nodes.length === 0 ? <Empty>{t('home.notices.empty')}</Empty> : null}
        {notices && notices.nodes.length > 0 ? (
          <div className="rows">
            {notices.nodes.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} />
            ))}
            <LoadMore
              shown={notices.nodes.length}
              total={notices.totalCount}
              isLoading={loading}
              more={notices.pageInfo.hasNextPage ? () => void fetchMore({ variables: { after: notices.pageInfo.endCursor } }) : undefined}
            />
          </div>
        ) : null}
      </div>
    </>
  );
}
