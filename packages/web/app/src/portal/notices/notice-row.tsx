import { dotted, useFormat } from '@weixiang/kit';
import { Row } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import type { NoticeRowFragment } from '../generated/graphql.js';

/** One notice to open, with its number and day. */
export function NoticeRow({ notice }: { notice: NoticeRowFragment }) {
  const { t } = useTranslation('core-portal');
  const { nearDay } = useFormat();
  return (
    <Row
      to={`/notices/${notice.id}`}
      name={notice.title}
      about={dotted(t('notice.number', { number: notice.number }), nearDay(notice.publishedAt))}
    />
  );
}
