import { useQuery } from '@apollo/client/react';
import { useHolds } from '@weixiang/kit';
import { Fetched, Section } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { usePeriodName, useThisQuarter } from '../period.js';
import { useWhere } from '../shell/where.js';
import { periodDays } from '../wishes/inbox.rules.js';
import { TodayDocument } from './today.documents.js';
import { WaitingWishes } from './waiting-wishes.js';
import { WishFlow } from './wish-flow.js';

/** Wishes awaiting their first answer, and where this quarter's are. */
export function WishesOfToday() {
  const { t } = useTranslation();
  const { place } = useWhere();
  const holds = useHolds();
  const quarter = useThisQuarter();
  const periodName = usePeriodName();
  const result = useQuery(TodayDocument, {
    variables: {
      waiting: { within: place?.id, state: ['SUBMITTED'] },
      late: { within: place?.id, isLate: true },
      quarter: { within: place?.id, ...periodDays(quarter) },
    },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Fetched result={result}>
      {(data) => (
        <>
          <Section
            title={t(holds('wish.answer') ? 'today.waiting' : 'today.waitingForOthers')}
            note={<WaitingNote waiting={data.waiting.totalCount} late={data.late.totalCount} />}
          >
            <WaitingWishes wishes={data.waiting.edges.map(({ node }) => node)} total={data.waiting.totalCount} />
          </Section>
          <Section title={t('today.flow', { period: periodName(quarter) })} note={t('today.unit')}>
            <WishFlow counts={data.wishCounts} period={quarter} />
          </Section>
        </>
      )}
    </Fetched>
  );
}

function WaitingNote({ waiting, late }: { waiting: number; late: number }) {
  const { t } = useTranslation();
  return (
    <>
      {late > 0 && <b className="is-late-text">{t('today.late', { count: late })}，</b>}
      {t('today.byDeadline', { count: waiting })}
    </>
  );
}
