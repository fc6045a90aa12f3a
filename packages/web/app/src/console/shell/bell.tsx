import { Icon, useUnread } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** What I have not read, counted as it comes. */
export function Bell() {
  const { t } = useTranslation();
  const unread = useUnread({ isLive: true });
  return (
    <Link className="bell" to="/notifications" aria-label={unread > 0 ? t('notifications.bell', { count: unread }) : t('notifications.title')}>
      <Icon name="alarm" />
      {unread > 0 && (
        <span className="count is-late" aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}
