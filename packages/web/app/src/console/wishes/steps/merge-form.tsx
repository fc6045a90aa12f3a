import { useQuery } from '@apollo/client/react';
import { useRefusingMutation } from '@weixiang/kit';
import { FieldRow } from '@weixiang/kit/console';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWhere } from '../../shell/where.js';
import { MergeWishDocument } from '../wish-mutations.documents.js';
import { FindWishesDocument } from '../wishes.documents.js';
import { AnswerField } from './answer-field.js';
import { StepFormFrame, type StepFormProps } from './step-form.js';

/** The same wish told twice: this one follows the other, and its wisher is answered too. */
export function MergeForm(props: StepFormProps) {
  const { t } = useTranslation();
  const { place } = useWhere();
  const [into, setInto] = useState('');
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  const { data, previousData } = useQuery(FindWishesDocument, {
    variables: { filter: { within: place?.id, search: search || undefined } },
  });
  const step = useRefusingMutation(MergeWishDocument, (answer) => answer.mergeWish);
  return (
    <StepFormFrame
      {...props}
      step={step}
      fields={['into', 'words']}
      inputOf={({ text }, version) => (into ? { id: props.wish.id, version, into, words: text('words') } : undefined)}
    >
      <FieldRow name="into" label={t('step.mergeInto')} refusals={step.refusals} isRequired>
        {(wiring) => (
          <Select
            {...wiring}
            value={into || undefined}
            placeholder={t('step.mergeFind')}
            showSearch={{ filterOption: false, onSearch: setWords }}
            onChange={setInto}
            options={((data ?? previousData)?.wishes.edges ?? [])
              .filter(({ node }) => node.id !== props.wish.id)
              .map(({ node }) => ({ value: node.id, label: node.words }))}
          />
        )}
      </FieldRow>
      <AnswerField to={[props.wish]} name="words" label={t('step.words')} hint={t('step.wordsHint')} refusals={step.refusals} />
    </StepFormFrame>
  );
}
