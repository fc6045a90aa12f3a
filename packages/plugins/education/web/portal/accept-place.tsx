import { useFormat, useRefusingMutation } from '@weixiang/kit';
import { Trouble } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import type { EnrolmentRowFragment } from '../generated/graphql.js';
import { AcceptPlaceDocument } from './education.documents.js';

/** A place came free: until when it is kept, and the word that takes it. */
export function AcceptPlace({ enrolment }: { enrolment: EnrolmentRowFragment }) {
  const { t } = useTranslation('education');
  const { day, time } = useFormat();
  const { send, isSending, refusals, problem } = useRefusingMutation(AcceptPlaceDocument, (data) => data.acceptPlace);
  return (
    <div className="ask">
      {enrolment.offerUntil ? <p>{t('mine.keptUntil', { day: day(enrolment.offerUntil), time: time(enrolment.offerUntil) })}</p> : null}
      <Trouble refusals={refusals} problem={problem} fields={[]} />
      <button
        type="button"
        className="btn"
        aria-disabled={isSending}
        onClick={() => (isSending ? undefined : void send({ id: enrolment.id, version: enrolment.version }))}
      >
        {t('mine.accept')}
      </button>
    </div>
  );
}
