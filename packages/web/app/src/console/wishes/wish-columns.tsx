import { useFormat, useLabel, WishStateMark } from '@weixiang/kit';
import { RowLink, type Column } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { WishRowFragment } from '../generated/graphql.js';
import { FirstAnswer, isOverdue } from './first-answer.js';
import { PriorityMark } from './priority-mark.js';

/** The columns in which wishes are listed, in the inbox and under a demand. */
export function useWishColumns(): Column<WishRowFragment>[] {
  const { t } = useTranslation();
  const label = useLabel();
  const { day, number } = useFormat();
  return [
    { key: 'priority', title: t('wish.priority'), cell: (wish) => <PriorityMark priority={wish.priority} />, fold: 'tail' },
    { key: 'number', title: t('number'), cell: (wish) => wish.number, isNumber: true, isSpare: true },
    {
      key: 'words',
      title: t('wish.words'),
      isFixed: true,
      cell: (wish) => (
        <RowLink to={`/wishes/${wish.id}`}>
          <span className="wishword" title={wish.words}>
            {wish.words}
          </span>
        </RowLink>
      ),
      isClipped: true,
      fold: 'lead',
    },
    { key: 'wisher', title: t('wish.wisher'), cell: wisherOf },
    {
      key: 'unit',
      title: t('wish.unit'),
      cell: (wish) => <span title={wish.orgUnit?.name}>{wish.orgUnit?.name ?? '—'}</span>,
      className: 'unit',
    },
    { key: 'category', title: t('wish.category'), cell: (wish) => (wish.category ? label(wish.category.label) : '—') },
    { key: 'supporters', title: t('wish.supporters'), cell: (wish) => number(wish.supporterCount), isNumber: true, sort: { descending: 'SUPPORTERS' } },
    { key: 'channel', title: t('wish.channel'), cell: (wish) => t(`kit:wishChannel.${wish.channel}`), isSpare: true },
    { key: 'scope', title: t('wish.scope'), cell: (wish) => (wish.scope ? t(`kit:wishScope.${wish.scope}`) : '—'), isSpare: true },
    {
      key: 'recordedOn',
      title: t('wish.recorded'),
      cell: (wish) => day(wish.recordedOn),
      sort: { ascending: 'OLDEST', descending: 'NEWEST' },
      isSpare: true,
    },
    { key: 'answer', title: t('wish.firstAnswer'), cell: (wish) => <FirstAnswer wish={wish} />, fold: 'tail', sort: { ascending: 'DUE' } },
    {
      key: 'state',
      title: t('wish.state'),
      cell: (wish) => <WishStateMark state={wish.state} isLate={isOverdue(wish)} />,
      fold: 'end',
    },
  ];
}

/** Staff who may see the name see it; the others see how the wisher is called on the wall. */
function wisherOf({ wisherName, wisherLabel }: Pick<WishRowFragment, 'wisherName' | 'wisherLabel'>): string {
  const isMasked = wisherName?.includes('*') ?? true;
  return (isMasked ? (wisherLabel ?? wisherName) : wisherName) ?? '—';
}
