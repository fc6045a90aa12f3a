import { useQuery } from '@apollo/client/react';
import { Empty, ErrorState, Loading, useFormat, useLabel, useRefusingMutation, useSession } from '@weixiang/kit';
import { LoadMore, PageBar, Row, SignInFirst, useFreshness } from '@weixiang/kit/portal';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewsQuery } from '../generated/graphql.js';
import { MarkNewsReadDocument, NewsDocument, UndoNewsReadDocument } from './news.documents.js';

/** What concerns me, the latest first. */
export default function NewsPage() {
  const { t } = useTranslation('core-portal');
  const { isSignedIn } = useSession();
  return (
    <>
      <PageBar title={t('messages.title')} back="/me" />
      <div className="band">{isSignedIn ? <News /> : <SignInFirst>{t('messages.signIn')}</SignInFirst>}</div>
    </>
  );
}

function News() {
  const { t } = useTranslation('core-portal');
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(NewsDocument, { ...useFreshness(), variables: { first: 30 }, notifyOnNetworkStatusChange: true });
  const mark = useRefusingMutation(MarkNewsReadDocument, (answer) => answer.markNotificationsRead, { refetch: ['News', 'Unread'] });
  const unmark = useRefusingMutation(UndoNewsReadDocument, (answer) => answer.undoNotificationsRead, { refetch: ['News', 'Unread'] });
  const [marked, setMarked] = useState<{ readAt: string; count: number }>();
  const shown = data ?? previousData;
  if (!shown) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading lines={[56, 56, 56, 56]} />;
  const { nodes, totalCount, pageInfo } = shown.notifications;
  if (nodes.length === 0) return <Empty>{t('messages.none')}</Empty>;

  async function markAll() {
    const done = await mark.send({});
    if (done?.readAt && done.count) setMarked({ readAt: done.readAt, count: done.count });
  }
  async function undo(readAt: string) {
    await unmark.send({ readAt });
    setMarked(undefined);
  }
  return (
    <>
      <div role="status">
        {marked && (
          <p>
            {t('messages.marked', { count: marked.count })}{' '}
            <button type="button" className="btn is-quiet" onClick={() => void undo(marked.readAt)}>
              {t('messages.undo')}
            </button>
          </p>
        )}
      </div>
      {shown.unreadNotifications > 0 && (
        <button type="button" className="btn is-quiet" onClick={() => void markAll()}>
          {t('messages.markAll')}
        </button>
      )}
      <div className="told-rows">
        {nodes.map((item) => (
          <NewsRow key={item.id} item={item} onRead={() => void mark.send({ ids: [item.id] })} />
        ))}
      </div>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      <LoadMore
        shown={nodes.length}
        total={totalCount}
        isLoading={loading}
        more={pageInfo.hasNextPage ? () => void fetchMore({ variables: { after: pageInfo.endCursor } }) : undefined}
      />
    </>
  );
}

type Item = NewsQuery['notifications']['nodes'][number];

/** One thing that I was told; opening it is reading it. */
function NewsRow({ item, onRead }: { item: Item; onRead: () => void }) {
  const { t } = useTranslation('core-portal');
  const label = useLabel();
  const { nearDay, time } = useFormat();
  const name = item.record && ('words' in item.record ? item.record.words : 'name' in item.record ? item.record.name : null);
  return (
    <div onClickCapture={() => item.isUnread && onRead()}>
      <Row
        to={pageOf(item)}
        before={item.isUnread ? <span className="news-new" role="img" aria-label={t('messages.unread')} /> : undefined}
        name={label(item.words)}
        about={
          <>
            {nearDay(item.arrivedAt)} {time(item.arrivedAt)}
            {item.count === 1 && name ? <span className="clip">{name}</span> : null}
          </>
        }
      />
    </div>
  );
}

/** Where the record is shown to residents; the list of messages itself where it is not. */
function pageOf({ record, portalPage }: Item): string {
  if (record && 'words' in record) return `/wishes/${record.id}`;
  if (record && 'name' in record) return `/projects/${record.id}`;
  return portalPage ?? '/me/messages';
}
