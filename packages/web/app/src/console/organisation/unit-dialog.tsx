import { useQuery } from '@apollo/client/react';
import { useLabel, useRefusingMutation } from '@weixiang/kit';
import { ChoiceField, Dialog, RefusingForm, TextField } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { CloseUnitDocument, CreateUnitDocument, RenameUnitDocument, UnitKindsDocument } from './units.documents.js';

export type UnitDeed = 'create' | 'rename' | 'close';
type DeedProps = { unit: { id: string; name: string; version: number }; onClose: () => void };

const refetch = ['Unit', 'TopUnits', 'UnitChildren', 'FindUnits'];

/** Creates below, renames or closes a unit. */
export function UnitDialog({ deed, ...props }: DeedProps & { deed: UnitDeed | undefined }) {
  const { t } = useTranslation();
  if (!deed) return null;
  const Form = { create: CreateForm, rename: RenameForm, close: CloseForm }[deed];
  return (
    <Dialog title={t(`units.${deed}`)} isOpen onClose={props.onClose}>
      <Form {...props} />
    </Dialog>
  );
}

function CreateForm({ unit, onClose }: DeedProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const { data } = useQuery(UnitKindsDocument);
  const create = useRefusingMutation(CreateUnitDocument, (answer) => answer.createOrgUnit, { refetch });
  return (
    <RefusingForm
      label={t('units.create')}
      submit={t('units.create')}
      fields={['name', 'kind', 'code']}
      outcome={create}
      onSubmit={async ({ text }) => {
        if (await create.send({ parent: unit.id, name: text('name') ?? '', kind: text('kind') ?? '', code: text('code') }))
          onClose();
      }}
    >
      <p className="meta">{t('units.below', { unit: unit.name })}</p>
      <TextField name="name" label={t('units.name')} refusals={create.refusals} isRequired autoFocus />
      <ChoiceField
        name="kind"
        label={t('units.kind')}
        refusals={create.refusals}
        options={(data?.vocabulary ?? []).map((term) => ({ value: term.key, label: label(term.label) }))}
        isRequired
      />
      <TextField name="code" label={t('units.code')} refusals={create.refusals} />
    </RefusingForm>
  );
}

function RenameForm({ unit, onClose }: DeedProps) {
  const { t } = useTranslation();
  const rename = useRefusingMutation(RenameUnitDocument, (answer) => answer.renameOrgUnit, { refetch });
  return (
    <RefusingForm
      label={t('units.rename')}
      submit={t('units.rename')}
      fields={['name']}
      outcome={rename}
      onSubmit={async ({ text }) => {
        if (await rename.send({ id: unit.id, version: unit.version, name: text('name') ?? '' })) onClose();
      }}
    >
      <TextField name="name" label={t('units.name')} refusals={rename.refusals} defaultValue={unit.name} isRequired autoFocus />
    </RefusingForm>
  );
}

function CloseForm({ unit, onClose }: DeedProps) {
  const { t } = useTranslation();
  const close = useRefusingMutation(CloseUnitDocument, (answer) => answer.closeOrgUnit, { refetch });
  return (
    <RefusingForm
      label={t('units.close')}
      submit={t('units.closeNow', { unit: unit.name })}
      fields={['on']}
      outcome={close}
      onSubmit={async ({ text }) => {
        if (await close.send({ id: unit.id, version: unit.version, on: text('on') })) onClose();
      }}
    >
      <p>{t('units.closeMeans')}</p>
      <TextField name="on" label={t('units.closesOn')} hint={t('units.closesOnHint')} refusals={close.refusals} type="date" />
    </RefusingForm>
  );
}
