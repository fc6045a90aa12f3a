import { useRefusingMutation } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import { AnswerWishDocument, DeclineWishDocument, FulfilWishDocument, ListWishDocument } from '../wish-mutations.documents.js';
import { AnswerField } from './answer-field.js';
import { StepFormFrame, type StepFormProps } from './step-form.js';

/** An answer that leaves the state as it is, or accepts a wish that was never answered. */
export function AnswerForm(props: StepFormProps) {
  const { t } = useTranslation();
  const step = useRefusingMutation(AnswerWishDocument, (data) => data.answerWish);
  return (
    <StepFormFrame
      {...props}
      step={step}
      fields={['words']}
      inputOf={({ text }, version) => ({ id: props.wish.id, version, words: text('words') ?? '' })}
    >
      <AnswerField to={[props.wish]} name="words" label={t('step.words')} hint={t('step.wordsHint')} refusals={step.refusals} isRequired autoFocus />
    </StepFormFrame>
  );
}

/** Declining always gives its reason; the wisher reads it. */
export function DeclineForm(props: StepFormProps) {
  const { t } = useTranslation();
  const step = useRefusingMutation(DeclineWishDocument, (data) => data.declineWish);
  return (
    <StepFormFrame
      {...props}
      step={step}
      fields={['reason']}
      inputOf={({ text }, version) => ({ id: props.wish.id, version, reason: text('reason') ?? '' })}
    >
      <AnswerField
        to={[props.wish]}
        name="reason"
        label={t('step.reason')}
        hint={t('step.reasonHint')}
        refusals={step.refusals}
        isRequired
        autoFocus
      />
    </StepFormFrame>
  );
}

/** 办成了: what was done, in words the wisher understands. */
export function FulfilForm(props: StepFormProps) {
  const { t } = useTranslation();
  const step = useRefusingMutation(FulfilWishDocument, (data) => data.fulfilWish);
  return (
    <StepFormFrame
      {...props}
      step={step}
      fields={['words']}
      inputOf={({ text }, version) => ({ id: props.wish.id, version, words: text('words') ?? '' })}
    >
      <AnswerField
        to={[props.wish]}
        name="words"
        label={t('step.wordsDone')}
        hint={t('step.wordsHint')}
        refusals={step.refusals}
        isRequired
        autoFocus
      />
    </StepFormFrame>
  );
}

/** Onto the demand list, with a word to the wisher. */
export function ListForm(props: StepFormProps) {
  const { t } = useTranslation();
  const step = useRefusingMutation(ListWishDocument, (data) => data.listWish);
  return (
    <StepFormFrame
      {...props}
      step={step}
      fields={['words']}
      inputOf={({ text }, version) => ({ id: props.wish.id, version, words: text('words') })}
    >
      <AnswerField to={[props.wish]} name="words" label={t('step.words')} hint={t('step.wordsHint')} refusals={step.refusals} autoFocus />
    </StepFormFrame>
  );
}

/** Past the list, which needs its reason. */
export function SkipListForm(props: StepFormProps) {
  const { t } = useTranslation();
  const step = useRefusingMutation(ListWishDocument, (data) => data.listWish);
  return (
    <StepFormFrame
      {...props}
      step={step}
      fields={['skipReason']}
      inputOf={({ text }, version) => ({ id: props.wish.id, version, skipReason: text('skipReason') ?? '' })}
    >
      <AnswerField to={[props.wish]} name="skipReason" label={t('step.skipReason')} refusals={step.refusals} isRequired autoFocus />
    </StepFormFrame>
  );
}
