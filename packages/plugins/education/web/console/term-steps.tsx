import { useLabel, useRefusingMutation } from '@weixiang/kit';
import { Button, RefusingForm, StepList, WordsField } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StepTermDocument } from './courses.documents.js';

type Step = { name: string; allowed: boolean; reason: string | null; label: { zh: string; en: string } };
export type SteppedTerm = { id: string; name: string; version: number; availableSteps: readonly Step[] };

/** Opening, starting, finishing or cancelling a term; a word about why where the step wants one. */
export function TermSteps({ term, onDone }: { term: SteppedTerm; onDone: () => void }) {
  const { t } = useTranslation('education');
  const label = useLabel();
  const [name, setName] = useState<string>();
  const take = useRefusingMutation(StepTermDocument, (data) => data.stepTerm, { refetch: ['StaffCourses'] });
  const chosen = term.availableSteps.find((step) => step.name === name && step.allowed);
  return (
    <>
      <StepList
        steps={term.availableSteps.map((step) => ({
          name: step.name,
          label: label(step.label),
          isAllowed: step.allowed,
          reason: step.reason,
          ...(step.name === 'cancel' ? { tone: 'grave' } : {}),
        }))}
        onStep={setName}
      />
      {chosen && (
        <RefusingForm
          key={chosen.name}
          label={label(chosen.label)}
          submit={label(chosen.label)}
          cancel={
            <Button tone="bare" onPress={() => setName(undefined)}>
              {t('staff.cancel')}
            </Button>
          }
          fields={['reason']}
          outcome={take}
          onSubmit={async ({ text }) => {
            if (await take.send({ id: term.id, version: term.version, step: chosen.name, reason: text('reason') })) onDone();
          }}
        >
          <WordsField name="reason" label={t('staff.reason')} refusals={take.refusals} autoFocus />
        </RefusingForm>
      )}
    </>
  );
}
