import { useApolloClient } from '@apollo/client/react';
import { useRefusingMutation } from '@weixiang/kit';
import { EditConflict, RefusingForm, TextField, useEditing, type Typed } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { EditUnitDocument, UnitAgainDocument } from './units.documents.js';

type EditUnitFormProps = {
  unit: { id: string; name: string; version: number; headName: string | null; phone: string | null };
  refetch: readonly string[];
  onDone: () => void;
};

type Values = { name: string; headName: string | null; phone: string | null };
const valuesOf = ({ name, headName, phone }: Values) => ({ name, headName: headName ?? '', phone: phone ?? '' });

/** Renames a unit, or says who heads it now; never over what somebody else just wrote. */
export function EditUnitForm({ unit, refetch, onDone }: EditUnitFormProps) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const edit = useRefusingMutation(EditUnitDocument, (answer) => answer.editOrgUnit, { refetch });
  const editing = useEditing({
    seen: { version: unit.version, values: valuesOf(unit) },
    async readAgain() {
      const { data } = await client.query({ query: UnitAgainDocument, variables: { id: unit.id }, fetchPolicy: 'network-only' });
      if (!data?.orgUnit) return undefined;
      const last = data.orgUnit.history.edges[0]?.node;
      return { version: data.orgUnit.version, values: valuesOf(data.orgUnit), who: last?.actor?.name, at: last?.at };
    },
  });
  const submit = async (typed: Typed) => {
    const { text } = editing.settled(typed);
    // A masked telephone is shown, but only a new one is sent: the mask is not the number.
    const changed = (name: string) => (editing.isChanged(typed, name) ? (text(name) ?? null) : undefined);
    const done = await edit.send({
      id: unit.id,
      version: editing.version,
      name: text('name'),
      headName: changed('headName'),
      phone: changed('phone'),
    });
    if (done) onDone();
    else await editing.compare(edit.latest(), typed);
  };
  return (
    <RefusingForm
      label={t('units.edit')}
      submit={t('units.edit')}
      fields={['name', 'headName', 'phone', 'version']}
      outcome={edit}
      onSubmit={(typed) => void submit(typed)}
    >
      <EditConflict editing={editing} labels={{ name: t('units.name'), headName: t('units.head'), phone: t('units.phone') }} />
      <TextField name="name" label={t('units.name')} refusals={edit.refusals} defaultValue={unit.name} isRequired autoFocus />
      <TextField name="headName" label={t('units.head')} refusals={edit.refusals} defaultValue={unit.headName ?? ''} />
      <TextField name="phone" label={t('units.phone')} refusals={edit.refusals} defaultValue={unit.phone ?? ''} inputMode="tel" />
    </RefusingForm>
  );
}
