import { Empty, useHolds } from '@weixiang/kit';
import { ButtonLink, DataTable, RowLink } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WishRowFragment } from '../generated/graphql.js';
import { FirstAnswer, isOverdue } from '../wishes/first-answer.js';

/** Wishes awaiting their first answer, the most pressing first. */
export function WaitingWishes({ wishes, total }: { wishes: readonly WishRowFragment[]; total: number }) {
  const { t } = useTranslation();
  const holds = useHolds();
  if (wishes.length === 0) {
    return (
      <Empty action={<ButtonLink to="/wishes?state=all">{t('today.seeWishes')}</ButtonLink>}>{t('inbox.noneWaiting')}</Empty>
    );
  }
  return (
    <>
      <DataTable
        label={t('today.waiting')}
        className="todo"
        rows={wishes}
        rowKey={({ id }) => id}
        columns={[
          { key: 'when', title: t('wish.firstAnswer'), cell: (wish) => <FirstAnswer wish={wish} />, fold: 'tail' },
          {
            key: 'words',
            title: t('wish.words'),
            cell: (wish) => (
              <RowLink to={`/wishes/${wish.id}`}>
                <span className="wishword">{wish.words}</span>
              </RowLink>
            ),
            isClipped: true,
            fold: 'lead',
          },
          {
            key: 'where',
            title: t('wish.unit'),
            cell: (wish) => (
              <span className="meta">
                {wish.escalatedTo ? t('wish.escalatedTo', { unit: wish.escalatedTo.name }) : wish.orgUnit?.name}
              </span>
            ),
            fold: 'tail',
          },
          {
            key: 'do',
            title: <span className="sr-only">{t('step.next')}</span>,
            cell: (wish) =>
              wish === wishes[0] && isOverdue(wish) && holds('wish.answer') ? (
                <ButtonLink to={`/wishes/${wish.id}`} tone="main" isSmall>
                  {t('today.goAnswer')}
                </ButtonLink>
              ) : (
                <Link className="link" to={`/wishes/${wish.id}`}>
                  {t(holds('wish.answer') ? 'step.answer' : 'today.look')}
                </Link>
              ),
            isNumber: true,
            fold: 'end',
          },
        ]}
      />
      {total > wishes.length && (
        <p className="more">
          <ButtonLink to="/wishes?state=SUBMITTED">{t('today.allWaiting', { count: total })}</ButtonLink>
        </p>
      )}
    </>
  );
}
