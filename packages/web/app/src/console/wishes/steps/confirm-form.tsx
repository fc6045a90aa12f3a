import { useRefusingMutation } from '@weixiang/kit';
import { ChoiceField, WordsField } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { ConfirmWishDocument } from '../wish-mutations.documents.js';
import { StepFormFrame, type StepFormProps } from './step-form.js';

/** What the resident said about the result, recorded by staff when the resident has no account. */
export function ConfirmForm(props: StepFormProps) {
  const { t } = useTranslation();
  const step = useRefusingMutation(ConfirmWishDocument, (data) => data.confirmWish);
  return (
    <StepFormFrame
      {...props}
      step={step}
      fields={['words']}
      inputOf={({ text }, version) => ({ id: props.wish.id, version, isDone: text('isDone') === 'done', words: text('words') })}
    >
      <ChoiceField
        name="isDone"
        label={t('step.residentSays')}
        options={[
          { value: 'done', label: t('step.isDone') },
          { value: 'open', label: t('step.isNotDone') },
        ]}
      />
      <WordsField name="words" label={t('step.residentWords')} refusals={step.refusals} />
    </StepFormFrame>
  );
}
