import { dotted } from '@weixiang/kit';
import { Band } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EnrolmentRowFragment } from '../generated/graphql.js';
import { AcceptPlace } from './accept-place.js';
import { GiveConsent } from './give-consent.js';
import { NextLessons } from './next-lessons.js';
import { useMeeting } from './term-row.js';
import { WithdrawConsent, WithdrawEnrolment } from './withdraw.js';
import './portal.css';

const tones = {
  REQUESTED: 'grade is-wait',
  OFFERED: 'grade is-wait',
  CONFIRMED: 'grade',
  WITHDRAWN: 'grade is-rest',
  DECLINED: 'grade is-rest',
  LAPSED: 'grade is-rest',
  COMPLETED: 'grade',
} as const satisfies Record<EnrolmentRowFragment['state'], string>;

/** One enrolment: who, where and when, how it stands, what the guardian agreed to, and the way out of it. */
export function EnrolmentCard({ enrolment }: { enrolment: EnrolmentRowFragment }) {
  const { t } = useTranslation('education');
  const meeting = useMeeting();
  const { term, consent, state } = enrolment;
  const isOpen = state === 'REQUESTED' || state === 'OFFERED' || state === 'CONFIRMED';
  const hasConsent = consent?.isGiven === true;
  return (
    <Band title={term?.course?.name ?? t('mine.title')} aside={<b className={tones[state]}>{enrolment.waitingPosition ? t('mine.inLine') : t(`enrolmentState.${state}`)}</b>}>
      <p className="meta">
        {dotted(enrolment.learnerName ?? t('mine.locked'), term?.name, term ? meeting(term) : undefined, term?.course?.place)}
      </p>
      <p className="next">
        {enrolment.waitingPosition ? t('mine.waiting', { count: enrolment.waitingPosition }) : t(`mine.next.${state}`)}
      </p>
      {state === 'OFFERED' ? <AcceptPlace enrolment={enrolment} /> : null}
      {state === 'CONFIRMED' && term ? <NextLessons term={term.id} /> : null}
      {state === 'CONFIRMED' || state === 'COMPLETED' ? (
        <Link className="btn is-quiet" to={`/education/enrolments/${enrolment.id}`}>
          {t(state === 'COMPLETED' ? 'child.toResult' : enrolment.isMinor ? 'child.to' : 'child.toAdult')}
        </Link>
      ) : null}
      {enrolment.reason ? <p>{enrolment.reason}</p> : null}
      {enrolment.isMinor && isOpen && (!hasConsent || enrolment.needsConsentAgain) ? <GiveConsent enrolment={enrolment} courseName={term?.course?.name ?? ''} /> : null}
      {enrolment.isMinor && isOpen && hasConsent ? <p className="meta">{t('mine.consent', { purpose: consent.purpose })}</p> : null}
      <div className="ways-out">
        {enrolment.availableSteps.some(({ name, allowed }) => name === 'withdraw' && allowed) ? (
          <WithdrawEnrolment enrolment={enrolment} />
        ) : null}
        {enrolment.isMinor && hasConsent ? <WithdrawConsent enrolment={enrolment} /> : null}
      </div>
    </Band>
  );
}
