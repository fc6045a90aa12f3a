import { useLabel, useRefusingMutation } from '@weixiang/kit';
import { Button, RefusingForm, StepList, WordsField } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerQuery } from '../generated/graphql.js';
import { StepPartnerDocument } from './partners.documents.js';

/** Removing a partner, or admitting it again, with the words that go on record. */
export function PartnerSteps({ partner }: { partner: NonNullable<PartnerQuery['partner']> }) {
  const { t } = useTranslation();
  const label = useLabel();
  const [name, setName] = useState<string>();
  const take = useRefusingMutation(StepPartnerDocument, (data) => data.stepPartner, { refetch: ['Partner'] });
  const step = partner.availableSteps.find((each) => each.name === name && each.allowed);
  return (
    <>
      {step && (
        <RefusingForm
          key={step.name}
          label={label(step.label)}
          submit={label(step.label)}
          cancel={
            <Button tone="bare" onPress={() => setName(undefined)}>
              {t('cancel')}
            </Button>
          }
          fields={['words']}
          outcome={take}
          onSubmit={async ({ text }) => {
            if (await take.send({ id: partner.id, version: partner.version, step: step.name, words: text('words') }))
              setName(undefined);
          }}
        >
          <WordsField name="words" label={t('life.words')} hint={t('life.wordsHint')} refusals={take.refusals} autoFocus />
        </RefusingForm>
      )}
      <StepList
        steps={partner.availableSteps.map((each) => ({
          name: each.name,
          label: label(each.label),
          isAllowed: each.allowed,
          reason: each.reason,
          tone: 'grave' as const,
        }))}
        onStep={(next) => setName(next === name ? undefined : next)}
      />
    </>
  );
}
