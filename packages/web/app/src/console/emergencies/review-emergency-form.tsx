import { useRefusingMutation } from '@weixiang/kit';
import { ChoiceField, RefusingForm, WordsField } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { ReviewEmergencyDocument } from './emergencies.documents.js';

/** What somebody other than who opened it finds, once it is over. */
export function ReviewEmergencyForm({ emergency }: { emergency: { id: string; version: number } }) {
  const { t } = useTranslation();
  const review = useRefusingMutation(ReviewEmergencyDocument, (data) => data.reviewEmergencyAccess, { refetch: ['Emergency', 'Agenda'] });
  return (
    <RefusingForm
      label={t('emergency.review')}
      submit={t('emergency.review')}
      fields={['isJustified', 'remark']}
      outcome={review}
      onSubmit={({ text }) =>
        void review.send({ id: emergency.id, version: emergency.version, isJustified: text('isJustified') === 'yes', remark: text('remark') ?? '' })
      }
    >
      <ChoiceField
        name="isJustified"
        label={t('emergency.finding')}
        refusals={review.refusals}
        none={t('emergency.choose')}
        isRequired
        options={[
          { value: 'yes', label: t('emergency.states.JUSTIFIED') },
          { value: 'no', label: t('emergency.states.UNJUSTIFIED') },
        ]}
      />
      <WordsField name="remark" label={t('emergency.remark')} hint={t('emergency.remarkHint')} refusals={review.refusals} maxLength={500} isRequired />
    </RefusingForm>
  );
}
