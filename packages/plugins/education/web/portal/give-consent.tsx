import { useRefusingMutation } from '@weixiang/kit';
import { Trouble } from '@weixiang/kit/portal';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnrolmentRowFragment } from '../generated/graphql.js';
import { ConsentBox } from './consent-box.js';
import { GiveConsentDocument } from './education.documents.js';

/** Lets a guardian agree after the enrolment was asked for; until then it cannot be confirmed. */
export function GiveConsent({ enrolment, courseName }: { enrolment: EnrolmentRowFragment; courseName: string }) {
  const { t } = useTranslation('education');
  const [isAgreed, setIsAgreed] = useState(false);
  const [isReminded, setIsReminded] = useState(false);
  const { send, isSending, refusals, problem } = useRefusingMutation(GiveConsentDocument, (data) => data.giveConsent);
  const words = t('consent.words', { course: courseName });
  return (
    <form
      className="form ask"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsReminded(!isAgreed);
        if (isAgreed && !isSending) {
          void send({ id: enrolment.id, version: enrolment.version, purpose: t('consent.purpose', { course: courseName }), words });
        }
      }}
    >
      <ConsentBox
        words={words}
        isAgreed={isAgreed}
        onChange={setIsAgreed}
        refused={isReminded && !isAgreed ? t('consent.missing') : undefined}
      />
      <Trouble refusals={refusals} problem={problem} fields={[]} />
      <button type="submit" className="btn" aria-disabled={isSending}>
        {t('consent.give')}
      </button>
    </form>
  );
}
