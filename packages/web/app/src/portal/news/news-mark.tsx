import { useUnread } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';

/** How many messages I have not read, as a word beside where they are; nothing while there are none. */
export default function NewsMark({ isDot = false }: { isDot?: boolean }) {
  const { t } = useTranslation('core-portal');
  const unread = useUnread({ isLive: false });
  if (unread === 0) return null;
  if (isDot) return <span className="news-dot" role="img" aria-label={t('messages.mark')} />;
  return <span className="news-mark">{t('messages.new', { count: unread })}</span>;
}
