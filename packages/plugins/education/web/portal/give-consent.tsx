import { Loading, useRefusingMutation } from '@weixiang/kit';
import { Trouble } from '@weixiang/kit/portal';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnrolmentRowFragment } from '../generated/graphql.js';
import { ConsentBox } from './consent-box.js';
import { GiveConsentDocument } from './education.documents.js';
import { useWording } from './use-wording.js';

/** Lets a guardian agree after the enrolment was asked for, or once more when the wording was renewed. */
export function GiveConsent({ enrolment, courseName }: { enrolment: EnrolmentRowFragment; courseName: string }) {
  const { t } = useTranslation('education');
  const [isAgreed, setIsAgreed] = useState(false);
  const [isReminded, setIsReminded] = useState(false);
  const { send, isSending, refusals, problem } = useRefusingMutation(GiveConsentDocument, (data) => data.giveConsent);
  const wording = useWording(courseName);
  if (!wording) return <Loading lines={[24, 24, 48]} />;
  return (
    <form
      className="form ask"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsReminded(!isAgreed);
        if (isAgreed && !isSending) {
          void send({ id: enrolment.id, version: enrolment.version, ...wording });
        }
      }}
    >
      {enrolment.needsConsentAgain ? <p>{t('consent.renewed')}</p> : null}
      <ConsentBox
        words={wording.words}
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
