import { useRefusingMutation } from '@weixiang/kit';
import { FieldRow, RefusingForm, TextField } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FullProject } from './full-project.js';
import { PartnerSelect } from './partner-select.js';
import { RecordAgreementDocument } from './project.documents.js';

/** The date, the partner and the five terms of a signed agreement. */
export function RecordAgreementForm({ project, onDone }: { project: FullProject; onDone: () => void }) {
  const { t } = useTranslation();
  const [partner, setPartner] = useState(project.partner?.id ?? '');
  const record = useRefusingMutation(RecordAgreementDocument, (answer) => answer.recordAgreement, { refetch: ['Project'] });
  const { refusals } = record;
  return (
    <RefusingForm
      label={t('agreement.record')}
      submit={t('agreement.record')}
      fields={['partner', 'signedOn', 'content', 'frequency', 'people', 'venue', 'standard']}
      outcome={record}
      onSubmit={async ({ text }) => {
        const done = await record.send({
          project: project.id,
          partner: partner || undefined,
          signedOn: text('signedOn') ?? '',
          content: text('content'),
          frequency: text('frequency'),
          people: text('people'),
          venue: text('venue'),
          standard: text('standard'),
        });
        if (done) onDone();
      }}
    >
      <FieldRow name="partner" label={t('projects.partner')} refusals={refusals}>
        {(wiring) => <PartnerSelect {...wiring} name="partner" value={partner} onPick={setPartner} known={project.partner ?? undefined} />}
      </FieldRow>
      <TextField name="signedOn" label={t('agreement.signedOn')} refusals={refusals} type="date" isRequired />
      {(['content', 'frequency', 'people', 'venue', 'standard'] as const).map((term) => (
        <TextField key={term} name={term} label={t(`agreement.${term}`)} refusals={refusals} />
      ))}
    </RefusingForm>
  );
}
