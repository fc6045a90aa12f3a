import { useQuery } from '@apollo/client/react';
import { useFormat, useLabel } from '@weixiang/kit';
import { Button, Fetched, PageHead, Section } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { EmergencyQuery } from '../generated/graphql.js';
import { HistoryList } from '../history/history-list.js';
import { useRecordFollow } from '../live/use-record-follow.js';
import { MissingPage } from '../missing.page.js';
import { EmergencyDocument } from './emergencies.documents.js';
import { DoneMeanwhile } from './done-meanwhile.js';
import { EmergencyStanding } from './emergency-standing.js';
import { EndEmergencyDialog } from './end-emergency-dialog.js';
import { ReviewEmergencyForm } from './review-emergency-form.js';
import './emergencies.css';

type Emergency = NonNullable<EmergencyQuery['emergencyAccess']>;

/** One emergency access: why, by whom and until when, what was done meanwhile, and what the review found. */
export default function EmergencyPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const label = useLabel();
  const { day, time } = useFormat();
  const [isEnding, setEnding] = useState(false);
  const result = useQuery(EmergencyDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  useRecordFollow(id, result.refetch);
  const moment = (at: string) => `${day(at)} ${time(at)}`;
  return (
    <Fetched result={result} lines={[32, 24, 96, 96]}>
      {({ emergencyAccess: emergency }) =>
        emergency ? (
          <>
            <PageHead
              title={t('emergency.of', { unit: emergency.orgUnit?.name ?? '', role: emergency.assignment ? label(emergency.assignment.roleLabel) : '' })}
              crumbs={[{ label: t('nav.units'), to: '/units' }, { label: t('emergency.title'), to: '/emergencies' }]}
              beside={
                <span className="chip">
                  <EmergencyStanding emergency={emergency} />
                </span>
              }
              facts={[
                [t('emergency.person'), emergency.person?.name ?? '—'],
                [t('emergency.holder'), emergency.holder?.name ?? '—'],
                [
                  t('wish.unit'),
                  emergency.orgUnit && (
                    <Link className="link" to={`/units/${emergency.orgUnit.id}`}>
                      {emergency.orgUnit.name}
                    </Link>
                  ),
                ],
                [t('emergency.openedAt'), moment(emergency.createdAt)],
                [t('emergency.until'), moment(emergency.until)],
                [t('emergency.endedAt'), emergency.endedAt && (emergency.endedBy ? `${moment(emergency.endedAt)} ${emergency.endedBy.name ?? ''}` : t('emergency.byItself', { at: moment(emergency.endedAt) }))],
              ]}
              actions={
                emergency.isEndable && (
                  <Button tone="grave" onPress={() => setEnding(true)}>
                    {t('emergency.end')}
                  </Button>
                )
              }
            />
            <Section title={t('emergency.reason')}>
              <p className="emergency-words">{emergency.reason}</p>
            </Section>
            <Review emergency={emergency} />
            <DoneMeanwhile emergency={emergency} />
            <Section title={t('history.title')}>
              <HistoryList entries={emergency.history.edges.map(({ node }) => node)} />
            </Section>
            <EndEmergencyDialog emergency={emergency} isOpen={isEnding} onClose={() => setEnding(false)} />
          </>
        ) : (
          <MissingPage />
        )
      }
    </Fetched>
  );
}

function Review({ emergency }: { emergency: Emergency }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const { isReviewable, isOpen, isMine, reviewedAt, reviewedBy, remark } = emergency;
  return (
    <Section title={t('emergency.review')} note={reviewedAt && [reviewedBy?.name, day(reviewedAt)].filter(Boolean).join(' ')}>
      {isReviewable && <ReviewEmergencyForm emergency={emergency} />}
      {remark && <p className="emergency-words">{remark}</p>}
      {!isReviewable && !remark && <p className="why">{t(isOpen ? 'emergency.reviewLater' : isMine ? 'emergency.reviewByOthers' : 'emergency.reviewWaits')}</p>}
    </Section>
  );
}
