import { useFormat, useLabel } from '@weixiang/kit';
import { Button } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { nameOf, pageOf, type NotificationRow } from './notification.rules.js';

type NotificationLineProps = { row: NotificationRow; isArchived: boolean; onRead: () => void; onArchive: (isArchived: boolean) => void };

/** One thing that I was told: what it is, which record, when; opening it is reading it. */
export function NotificationLine({ row, isArchived, onRead, onArchive }: NotificationLineProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const { nearDay, time } = useFormat();
  const page = pageOf(row);
  const about = row.count > 1 ? null : nameOf(row.record ?? null, label);
  const words = label(row.words);
  const read = () => row.isUnread && onRead();
  return (
    <li data-notification={row.id} className={row.isUnread ? 'notification is-unread' : 'notification'}>
      <div>
        {page ? (
          <Link to={page} onClick={read}>
            {row.isUnread && <span className="sr-only">{t('notifications.unreadMark')}</span>}
            {words}
          </Link>
        ) : (
          <b>{words}</b>
        )}
        {about && <span className={about.isVoice ? 'voice' : 'meta'}>{about.name}</span>}
        {row.count === 1 && !row.record && <span className="meta">{t('notifications.gone')}</span>}
      </div>
      <span className="at">
        {nearDay(row.arrivedAt)} {time(row.arrivedAt)}
      </span>
      <span className="acts">
        {row.isUnread && (
          <Button tone="bare" isSmall onPress={onRead}>
            {t('notifications.markRead')}
          </Button>
        )}
        <Button tone="bare" isSmall onPress={() => onArchive(!isArchived)}>
          {t(isArchived ? 'notifications.restore' : 'notifications.archive')}
        </Button>
      </span>
    </li>
  );
}
