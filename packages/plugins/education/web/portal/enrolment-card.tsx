import { useRefusingMutation } from '@weixiang/kit';
import { Band, Trouble } from '@weixiang/kit/portal';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnrolmentRowFragment } from '../generated/graphql.js';
import { WithdrawEnrolmentDocument } from './education.documents.js';
import { useMeeting } from './term-row.js';

const tones = {
  REQUESTED: 'grade is-wait',
  CONFIRMED: 'grade',
  WITHDRAWN: 'grade is-rest',
  DECLINED: 'grade is-rest',
  COMPLETED: 'grade',
} as const satisfies Record<EnrolmentRowFragment['state'], string>;

/** One enrolment: who, where and when, how it stands, and the way out of it. */
export function EnrolmentCard({ enrolment }: { enrolment: EnrolmentRowFragment }) {
  const { t } = useTranslation('education');
  const meeting = useMeeting();
  const { course } = enrolment.term;
  const isHeld = enrolment.isMinor && (enrolment.state === 'REQUESTED' || enrolment.state === 'CONFIRMED');
  const canWithdraw = enrolment.availableSteps.some(({ name, allowed }) => name === 'withdraw' && allowed);
  return (
    <Band title={course.name} aside={<b className={tones[enrolment.state]}>{t(`enrolmentState.${enrolment.state}`)}</b>}>
      <p className="meta">
        {[enrolment.learnerName, enrolment.term.name, meeting(enrolment.term), course.place].filter(Boolean).join('·')}
      </p>
      <p className="next">{t(`mine.next.${enrolment.state}`)}</p>
      {isHeld && enrolment.consent?.isGiven ? <p className="meta">{t('mine.consent', { purpose: enrolment.consent.purpose })}</p> : null}
      {canWithdraw ? <Withdraw enrolment={enrolment} /> : null}
    </Band>
  );
}

/** Asks once more before a place is given up: somebody else may have it a minute later. */
function Withdraw({ enrolment }: { enrolment: EnrolmentRowFragment }) {
  const { t } = useTranslation('education');
  const [isAsking, setIsAsking] = useState(false);
  const { send, isSending, refusals, problem } = useRefusingMutation(WithdrawEnrolmentDocument, (data) => data.withdrawEnrolment);
  if (!isAsking) {
    return (
      <button type="button" className="link" onClick={() => setIsAsking(true)}>
        {t('mine.withdraw')}
      </button>
    );
  }
  return (
    <div className="ask" role="group" aria-label={t('mine.withdraw')}>
      <p>{t('mine.withdrawAsk')}</p>
      <Trouble refusals={refusals} problem={problem} fields={[]} />
      <div className="pair">
        <button
          type="button"
          className="btn"
          aria-disabled={isSending}
          onClick={() => (isSending ? undefined : void send({ id: enrolment.id, version: enrolment.version }))}
        >
          {t('mine.withdraw')}
        </button>
        <button type="button" className="btn is-quiet" onClick={() => setIsAsking(false)}>
          {t('mine.keep')}
        </button>
      </div>
    </div>
  );
}
