import { useQuery } from '@apollo/client/react';
import { Fetched, Section } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { usePeriodName, useThisQuarter } from '../period.js';
import { useWhere } from '../shell/where.js';
import { periodDays } from '../wishes/inbox.rules.js';
import { WishFlowDocument } from './today.documents.js';
import { WishFlow } from './wish-flow.js';

/** Where this quarter's wishes are, and where they stall. */
export function WishesOfToday() {
  const { t } = useTranslation();
  const { place } = useWhere();
  const quarter = useThisQuarter();
  const periodName = usePeriodName();
  const result = useQuery(WishFlowDocument, {
    variables: { quarter: { within: place?.id, ...periodDays(quarter) } },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Section title={t('today.flow', { period: periodName(quarter) })} note={t('today.unit')}>
      <Fetched result={result}>{({ wishCounts }) => <WishFlow counts={wishCounts} period={quarter} />}</Fetched>
    </Section>
  );
}
