import { useRefusingMutation, type Problem, type Refusals } from '@weixiang/kit';
import { Trouble } from '@weixiang/kit/portal';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnrolmentRowFragment } from '../generated/graphql.js';
import { WithdrawConsentDocument, WithdrawEnrolmentDocument } from './education.documents.js';

type Enrolment = Pick<EnrolmentRowFragment, 'id' | 'version'>;

/** Gives the place back. */
export function WithdrawEnrolment({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useTranslation('education');
  const sending = useRefusingMutation(WithdrawEnrolmentDocument, (data) => data.withdrawEnrolment);
  return <AskTwice act={t('mine.withdraw')} question={t('mine.withdrawAsk')} enrolment={enrolment} {...sending} />;
}

/** Takes the consent back, and with it the enrolment. */
export function WithdrawConsent({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useTranslation('education');
  const sending = useRefusingMutation(WithdrawConsentDocument, (data) => data.withdrawConsent);
  return <AskTwice act={t('mine.withdrawConsent')} question={t('mine.withdrawConsentAsk')} enrolment={enrolment} {...sending} />;
}

/** Asks once more before something is given up: somebody else may have the place a minute later. */
function AskTwice({
  act,
  question,
  enrolment,
  send,
  isSending,
  refusals,
  problem,
}: {
  act: string;
  question: string;
  enrolment: Enrolment;
  send: (input: Enrolment) => Promise<unknown>;
  isSending: boolean;
  refusals: Refusals;
  problem: Problem | undefined;
}) {
  const { t } = useTranslation('education');
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <button type="button" className="link" onClick={() => setIsAsking(true)}>
        {act}
      </button>
    );
  }
  return (
    <div className="ask" role="group" aria-label={act}>
      <p>{question}</p>
      <Trouble refusals={refusals} problem={problem} fields={[]} />
      <div className="pair">
        <button
          type="button"
          className="btn"
          aria-disabled={isSending}
          onClick={() => (isSending ? undefined : void send({ id: enrolment.id, version: enrolment.version }))}
        >
          {act}
        </button>
        <button type="button" className="btn is-quiet" onClick={() => setIsAsking(false)}>
          {t('mine.keep')}
        </button>
      </div>
    </div>
  );
}
