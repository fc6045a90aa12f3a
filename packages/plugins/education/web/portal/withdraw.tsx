import { useRefusingMutation } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import type { EnrolmentRowFragment } from '../generated/graphql.js';
import { AskTwice } from './ask-twice.js';
import { WithdrawConsentDocument, WithdrawEnrolmentDocument } from './education.documents.js';

type Enrolment = Pick<EnrolmentRowFragment, 'id' | 'version'>;

/** Gives the place back. */
export function WithdrawEnrolment({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useTranslation('education');
  const sending = useRefusingMutation(WithdrawEnrolmentDocument, (data) => data.withdrawEnrolment);
  return <AskTwice act={t('mine.withdraw')} question={t('mine.withdrawAsk')} record={enrolment} {...sending} />;
}

/** Takes the consent back, and with it the enrolment. */
export function WithdrawConsent({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useTranslation('education');
  const sending = useRefusingMutation(WithdrawConsentDocument, (data) => data.withdrawConsent);
  return <AskTwice act={t('mine.withdrawConsent')} question={t('mine.withdrawConsentAsk')} record={enrolment} {...sending} />;
}
