import { useFormat } from '@weixiang/kit';
import { Due } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { WishRowFragment } from '../generated/graphql.js';

/** When a wish was first answered, or by when it must be. A ledger's wishes were never given a date. */
export function FirstAnswer({ wish }: { wish: WishRowFragment }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  if (wish.firstAnsweredAt) return <span className="meta">{t('wish.answeredOn', { day: day(wish.firstAnsweredAt) })}</span>;
  if (wish.state !== 'SUBMITTED') return <span className="meta">—</span>;
  if (!wish.answerDueAt) return <span className="meta">{t('wish.noDeadline')}</span>;
  return <Due at={wish.answerDueAt} />;
}

/** Whether the first answer is overdue; the mark then turns red, beside its words. */
export function isOverdue(wish: Pick<WishRowFragment, 'state' | 'answerDueAt' | 'isOverdue'>): boolean {
  if (wish.state !== 'SUBMITTED') return false;
  // The server notices within minutes; the clock on the page need not wait for that.
  return wish.isOverdue || (wish.answerDueAt !== null && Date.parse(wish.answerDueAt) < Date.now());
}
