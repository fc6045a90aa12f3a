import { useRefusingMutation } from '@weixiang/kit';
import { Dialog, FieldRow, RefusingForm, TextField } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { UnitSelect } from '../organisation/unit-select.js';
import { useWhere } from '../shell/where.js';
import { CreateDemandDocument } from './demands.documents.js';

/** Opens a demand before any wish has joined it. */
export function CreateDemandDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { place } = useWhere();
  const [orgUnit, setOrgUnit] = useState(place?.id ?? '');
  const create = useRefusingMutation(CreateDemandDocument, (data) => data.createDemand, { refetch: ['Demands'] });
  return (
    <Dialog title={t('demands.create')} isOpen={isOpen} onClose={onClose}>
      <RefusingForm
        label={t('demands.create')}
        submit={t('demands.create')}
        fields={['title', 'orgUnit']}
        outcome={create}
        onSubmit={async ({ text }) => {
          const done = await create.send({ title: text('title') ?? '', orgUnit });
          if (done?.demand) await navigate(`/demands/${done.demand.id}`);
        }}
      >
        <TextField name="title" label={t('demands.title')} refusals={create.refusals} isRequired autoFocus />
        <FieldRow name="orgUnit" label={t('wish.unit')} refusals={create.refusals} isRequired>
          {(wiring) => <UnitSelect {...wiring} label={t('wish.unit')} value={orgUnit} within={place?.id} onPick={setOrgUnit} />}
        </FieldRow>
      </RefusingForm>
    </Dialog>
  );
}
