import { useQuery } from '@apollo/client/react';
import { Slot, useFormat, useHolds, useLabel, useSession } from '@weixiang/kit';
import { ButtonLink, Fetched, PageHead, Section, useKeys } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { usePeriodName, useThisQuarter } from '../period.js';
import { useWhere } from '../shell/where.js';
import { periodDays } from '../wishes/inbox.rules.js';
import { RecentImports } from './recent-imports.js';
import { TodayDocument } from './today.documents.js';
import { WaitingWishes } from './waiting-wishes.js';
import { WishFlow } from './wish-flow.js';
import './today.css';

/** What waits on me, by deadline; then how far this quarter's wishes have come. */
export default function TodayPage() {
  const { t } = useTranslation();
  const label = useLabel();
  const navigate = useNavigate();
  const { day, weekday } = useFormat();
  const { viewer } = useSession();
  const { place } = useWhere();
  const holds = useHolds();
  const quarter = useThisQuarter();
  const periodName = usePeriodName();
  const mayRecord = holds('wish.record');
  useKeys(mayRecord ? { n: () => void navigate('/wishes/new') } : {});
  const result = useQuery(TodayDocument, {
    variables: {
      waiting: { within: place?.id, state: ['SUBMITTED'] },
      late: { within: place?.id, isLate: true },
      quarter: { within: place?.id, ...periodDays(quarter) },
    },
    fetchPolicy: 'cache-and-network',
  });
  const now = new Date().toISOString();
  return (
    <>
      <PageHead
        title={t('today.title', { day: day(now), weekday: weekday(now) })}
        meta={[place?.name, place?.roles.map(label).join('、'), viewer.person?.name].filter(Boolean).join('·')}
        actions={
          mayRecord && (
            <ButtonLink to="/wishes/new" icon="write" shortcut="N">
              {t('record.title')}
            </ButtonLink>
          )
        }
      />
      <div className="cols home">
        <Fetched result={result}>
          {(data) => (
            <>
              <Section
                title={t('today.waiting')}
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
        {(holds('import.read') || holds('ledger.import')) && (
          <Section
            title={t('today.imports')}
            note={
              <Link className="link" to="/imports">
                {t('today.allImports')}
              </Link>
            }
          >
            <RecentImports />
          </Section>
        )}
      </div>
      <Slot name="home.page" with={{}} />
    </>
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
