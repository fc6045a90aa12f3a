import { useRefusingMutation } from '@weixiang/kit';
import { ChoiceField, Dialog, RefusingForm, TextField } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { EditUnitForm } from './edit-unit-form.js';
import { useTerms } from '../vocabulary/use-terms.js';
import { treeChanged } from './tree-changes.js';
import { CreateUnitDocument } from './units.documents.js';

export type UnitDeed = 'create' | 'edit';
type DeedProps = {
  unit: { id: string; name: string; version: number; headName: string | null; phone: string | null };
  onClose: () => void;
};

const refetch = ['Unit', 'TopUnits', 'TopUnit', 'FindUnits', 'FoundUnits'];

/** Creates a unit below this one, or renames it. */
export function UnitDialog({ deed, ...props }: DeedProps & { deed: UnitDeed | undefined }) {
  const { t } = useTranslation();
  if (!deed) return null;
  const Form = { create: CreateForm, edit: EditForm }[deed];
  return (
    <Dialog title={t(`units.${deed}`)} isOpen onClose={props.onClose}>
      <Form {...props} />
    </Dialog>
  );
}

function CreateForm({ unit, onClose }: DeedProps) {
  const { t } = useTranslation();
  const kinds = useTerms('ORG_UNIT_KIND');
  const create = useRefusingMutation(CreateUnitDocument, (answer) => answer.createOrgUnit, { refetch });
  return (
    <RefusingForm
      label={t('units.create')}
      submit={t('units.create')}
      fields={['name', 'kind', 'code']}
      outcome={create}
      onSubmit={async ({ text }) => {
        const done = await create.send({ parent: unit.id, name: text('name') ?? '', kind: text('kind') ?? '', code: text('code') ?? '' });
        if (!done) return;
        treeChanged();
        onClose();
      }}
    >
      <p className="meta">{t('units.below', { unit: unit.name })}</p>
      <TextField name="name" label={t('units.name')} refusals={create.refusals} isRequired autoFocus />
      <ChoiceField name="kind" label={t('units.kind')} refusals={create.refusals} options={kinds} isRequired />
      <TextField name="code" label={t('units.code')} hint={t('units.codeHint')} refusals={create.refusals} isRequired />
    </RefusingForm>
  );
}

function EditForm({ unit, onClose }: DeedProps) {
  return (
    <EditUnitForm
      unit={unit}
      refetch={refetch}
      onDone={() => {
        treeChanged();
        onClose();
      }}
    />
  );
}

