import { useRefusingMutation } from '@weixiang/kit';
import { TextField } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DemandSelect } from '../demand-select.js';
import { AcceptWishDocument } from '../wish-mutations.documents.js';
import { AnswerField } from './answer-field.js';
import { StepFormFrame, type StepFormProps } from './step-form.js';

/** Accepting answers the wisher and opens a demand or joins one. */
export function AcceptForm(props: StepFormProps) {
  const { t } = useTranslation();
  const [demand, setDemand] = useState('');
  const step = useRefusingMutation(AcceptWishDocument, (data) => data.acceptWish);
  return (
    <StepFormFrame
      {...props}
      step={step}
      fields={['words', 'newDemandTitle']}
      inputOf={({ text }, version) => ({
        id: props.wish.id,
        version,
        words: text('words') ?? '',
        demand: demand || undefined,
        newDemandTitle: demand ? undefined : text('newDemandTitle'),
      })}
    >
      <AnswerField to={[props.wish]} name="words" label={t('step.words')} hint={t('step.wordsHint')} refusals={step.refusals} isRequired autoFocus />
      <DemandSelect value={demand} onPick={setDemand} />
      {!demand && (
        <TextField
          name="newDemandTitle"
          label={t('step.newDemandTitle')}
          refusals={step.refusals}
          hint={t('step.newDemandHint')}
          maxLength={60}
        />
      )}
    </StepFormFrame>
  );
}
