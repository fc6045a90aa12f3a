import { useRefusingMutation } from '@weixiang/kit';
import { ChoiceField, RefusingForm, TextField } from '@weixiang/kit/console';
import { PhotoField } from '@weixiang/kit/photos';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTerms } from '../vocabulary/use-terms.js';
import type { FullProject } from './full-project.js';
import { RecordActivityDocument } from './project.documents.js';

/** One dated session: where, how many came, what was done. */
export function RecordActivityForm({ project, onDone }: { project: FullProject; onDone: () => void }) {
  const { t } = useTranslation();
  const kinds = useTerms('ACTIVITY_KIND');
  const record = useRefusingMutation(RecordActivityDocument, (answer) => answer.recordActivity, {
    refetch: ['Project', 'MoreActivities'],
  });
  const [photos, setPhotos] = useState('');
  const { refusals } = record;
  return (
    <RefusingForm
      label={t('activity.record')}
      submit={t('activity.record')}
      fields={['kind', 'name', 'date', 'place', 'visits', 'minors', 'quantity', 'quantityUnit', 'photos']}
      outcome={record}
      onSubmit={async ({ text, number }) => {
        const done = await record.send({
          project: project.id,
          kind: text('kind') ?? '',
          name: text('name'),
          date: text('date') ?? '',
          place: text('place'),
          visits: number('visits') ?? 0,
          minors: number('minors'),
          quantity: number('quantity'),
          quantityUnit: text('quantityUnit'),
          photos: photos.split(',').filter(Boolean),
        });
        if (done) onDone();
      }}
    >
      <div className="pair">
        <ChoiceField name="kind" label={t('activity.kind')} refusals={refusals} options={kinds} isRequired />
        <TextField name="date" label={t('activity.date')} refusals={refusals} type="date" isRequired />
      </div>
      <TextField name="name" label={t('activity.what')} refusals={refusals} />
      <TextField name="place" label={t('activity.place')} refusals={refusals} />
      <div className="pair">
        <TextField
          name="visits"
          label={t('activity.visits')}
          refusals={refusals}
          type="number"
          min={0}
          defaultValue={0}
          isRequired
        />
        <TextField name="minors" label={t('activity.minors')} refusals={refusals} type="number" min={0} />
        <TextField name="quantity" label={t('activity.quantity')} refusals={refusals} type="number" min={0} step="any" />
        <TextField name="quantityUnit" label={t('activity.quantityUnit')} refusals={refusals} />
      </div>
      <PhotoField value={photos} onChange={setPhotos} refused={refusals.at('photos')} />
    </RefusingForm>
  );
}
