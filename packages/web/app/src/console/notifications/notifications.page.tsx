import { useQuery } from '@apollo/client/react';
import { Empty, UnreadDocument, useFormat, useLabel } from '@weixiang/kit';
import { Button, Fetched, FilterBar, KeysBar, More, PageHead, Pick, Section, useKeys, useUrlFilters } from '@weixiang/kit/console';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoicesDialog } from './choices-dialog.js';
import { NotificationLine } from './notification-line.js';
import { groupsOf } from './notification.rules.js';
import { NotificationChoicesDocument, NotificationsDocument } from './notifications.documents.js';
import { useInboxDeeds } from './use-inbox-deeds.js';
import './notifications.css';

/** What concerns me: unread first, then day by day. J and K move, Enter opens, E puts away. */
export default function NotificationsPage() {
  const { t } = useTranslation();
  const label = useLabel();
  const { nearDay } = useFormat();
  const [filters, setFilter] = useUrlFilters({ kind: '', shown: '' });
  const [isChoosing, setChoosing] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const filter = { isArchived: filters.shown === 'archived', ...(filters.shown === 'unread' ? { isUnread: true } : {}), ...(filters.kind ? { kind: [filters.kind] } : {}) };
  const result = useQuery(NotificationsDocument, { variables: { first: 50, filter }, fetchPolicy: 'cache-and-network' });
  const { data: choices } = useQuery(NotificationChoicesDocument);
  const unread = useQuery(UnreadDocument).data?.unreadNotifications ?? 0;
  useReadAgain(unread, result.refetch);
  const deeds = useInboxDeeds();

  const lines = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-notification]') ?? [])];
  const here = () => lines().findIndex((line) => line.contains(document.activeElement));
  const move = (by: 1 | -1) => {
    const all = lines();
    const next = all[Math.min(Math.max(here() + by, 0), all.length - 1)];
    next?.querySelector<HTMLElement>('a, button')?.focus();
  };
  const archiveHere = () => {
    const id = lines()[here()]?.dataset['notification'];
    if (!id) return;
    move(1);
    void deeds.archive(id, filters.shown !== 'archived');
  };
  useKeys({ j: () => move(1), k: () => move(-1), e: archiveHere, '?': () => setChoosing(true) });

  return (
    <>
      <PageHead
        title={t('notifications.title')}
        meta={unread > 0 ? t('notifications.unread', { count: unread }) : t('notifications.allRead')}
        actions={
          <>
            {unread > 0 && <Button onPress={() => void deeds.markAll(filters.kind)}>{t('notifications.markAll')}</Button>}
            <Button onPress={() => setChoosing(true)}>{t('notifications.choose')}</Button>
          </>
        }
      />
      <FilterBar count={result.data && t('notifications.count', { count: result.data.notifications.totalCount })}>
        <Pick
          label={t('notifications.kind')}
          value={filters.kind}
          options={(choices?.notificationChoices ?? []).map((choice) => ({ value: choice.kind, label: label(choice.label) }))}
          onPick={(kind) => setFilter({ kind })}
        />
        <Pick
          label={t('notifications.shown')}
          value={filters.shown}
          options={[
            { value: 'unread', label: t('notifications.onlyUnread') },
            { value: 'archived', label: t('notifications.onlyArchived') },
          ]}
          onPick={(shown) => setFilter({ shown })}
        />
      </FilterBar>
      <div role="status">
        {deeds.last && (
          <p className="note-line">
            {t(`notifications.${deeds.last.deed}`, { count: deeds.last.count })}{' '}
            <Button tone="bare" isSmall onPress={() => void deeds.undo()}>
              {t('notifications.undo')}
            </Button>
          </p>
        )}
        {deeds.problem && <p className="note-line">{t(`kit:send.${deeds.problem}`)}</p>}
      </div>
      <Fetched result={result}>
        {({ notifications: { nodes, totalCount, pageInfo } }) =>
          nodes.length === 0 ? (
            <Empty>{t(filters.kind || filters.shown ? 'notifications.noneHere' : 'notifications.none')}</Empty>
          ) : (
            <div ref={list} className="notifications">
              {groupsOf(nodes, nearDay).map(({ day, rows }) => (
                <Section key={day ?? 'unread'} title={day ?? t('notifications.unreadGroup')}>
                  <ul className="list">
                    {rows.map((row) => (
                      <NotificationLine
                        key={row.id}
                        row={row}
                        isArchived={filters.shown === 'archived'}
                        onRead={() => void deeds.markRead(row.id)}
                        onArchive={(isArchived) => void deeds.archive(row.id, isArchived)}
                      />
                    ))}
                  </ul>
                </Section>
              ))}
              <More shown={nodes.length} total={totalCount} hasNext={pageInfo.hasNextPage} onMore={() => result.fetchMore({ variables: { after: pageInfo.endCursor } })} />
            </div>
          )
        }
      </Fetched>
      <KeysBar
        hints={[
          { keys: ['J', 'K'], label: t('keys.move') },
          { keys: ['Enter'], label: t('notifications.open') },
          { keys: ['E'], label: t('notifications.archive') },
        ]}
        all={t('notifications.choose')}
        onAll={() => setChoosing(true)}
      />
      <ChoicesDialog isOpen={isChoosing} choices={choices?.notificationChoices ?? []} onClose={() => setChoosing(false)} />
    </>
  );
}

/** Reads the list again when the count says that there is something new; the first time it has just been read. */
function useReadAgain(unread: number, refetch: () => unknown) {
  const known = useRef(unread);
  useEffect(() => {
    if (known.current === unread) return;
    known.current = unread;
    refetch();
  }, [unread, refetch]);
}
