import { useRefusingMutation } from '@weixiang/kit';
import { WordsField } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { ConfirmWishDocument } from '../wish-mutations.documents.js';
import { StepFormFrame, type StepFormProps } from './step-form.js';

/** 办成了: what the resident said, taken down by staff for residents without an account. */
export function ConfirmForm(props: StepFormProps) {
  return <ResidentSays {...props} isDone />;
}

/** 还没办成: its project goes on. */
export function NotDoneForm(props: StepFormProps) {
  return <ResidentSays {...props} isDone={false} />;
}

function ResidentSays({ isDone, ...props }: StepFormProps & { isDone: boolean }) {
  const { t } = useTranslation();
  const step = useRefusingMutation(ConfirmWishDocument, (data) => data.confirmWish);
  return (
    <StepFormFrame
      {...props}
      step={step}
      fields={['words']}
      inputOf={({ text }, version) => ({ id: props.wish.id, version, isDone, words: text('words') })}
    >
      <WordsField name="words" label={t('step.residentWords')} refusals={step.refusals} autoFocus />
    </StepFormFrame>
  );
}
