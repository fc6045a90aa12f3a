import { useApolloClient, useQuery } from '@apollo/client/react';
import { Seal, useRefusingMutation } from '@weixiang/kit';
import { EditConflict, Fetched, RefusingForm, TextField, useEditing, type Typed } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TenantSettingsQuery } from '../generated/graphql.js';
import { EditTenantDocument, TenantSettingsDocument } from './settings.documents.js';

type Settings = TenantSettingsQuery['tenant'];
const fields = ['brandName', 'seal', 'color', 'answerWithinWorkingDays', 'keepRefusedRowsDays'] as const;

const editedOf = ({ version, brandName, seal, colors, answerWithinWorkingDays, keepRefusedRowsDays }: Settings) => ({
  version,
  values: { brandName, seal, color: colors.brand, answerWithinWorkingDays: String(answerWithinWorkingDays), keepRefusedRowsDays: String(keepRefusedRowsDays) },
});

/** The tenant's name, seal and colour as residents see them, and the working days in which every wish is answered. */
export function BrandForm() {
  const result = useQuery(TenantSettingsDocument, { fetchPolicy: 'cache-and-network' });
  return <Fetched result={result}>{({ tenant }) => <SettingsForm tenant={tenant} />}</Fetched>;
}

function SettingsForm({ tenant }: { tenant: Settings }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const [isSaved, setSaved] = useState(false);
  const edit = useRefusingMutation(EditTenantDocument, (data) => data.editTenant, { refetch: ['Session'] });
  const editing = useEditing({
    seen: editedOf(tenant),
    async readAgain() {
      const { data } = await client.query({ query: TenantSettingsDocument, fetchPolicy: 'network-only' });
      return data && editedOf(data.tenant);
    },
  });
  const submit = async (typed: Typed) => {
    const { text, number } = editing.settled(typed);
    setSaved(false);
    const done = await edit.send({
      version: editing.version,
      brandName: text('brandName'),
      seal: text('seal'),
      color: text('color'),
      answerWithinWorkingDays: number('answerWithinWorkingDays'),
      keepRefusedRowsDays: number('keepRefusedRowsDays'),
    });
    setSaved(done !== undefined);
    if (done?.tenant) editing.saved(editedOf(done.tenant));
    else await editing.compare(edit.latest(), typed);
  };
  const labels = {
    brandName: t('settings.brandName'),
    seal: t('settings.seal'),
    color: t('settings.color'),
    answerWithinWorkingDays: t('settings.answerWithin'),
    keepRefusedRowsDays: t('settings.keepRefused'),
  };
  const { values } = editedOf(tenant);
  const field = (name: (typeof fields)[number]) => ({ name, label: labels[name], refusals: edit.refusals, defaultValue: values[name] });
  return (
    <RefusingForm
      label={t('settings.brand')}
      submit={t('save')}
      cancel={
        <span role="status" className="meta">
          {isSaved && t('settings.saved')}
        </span>
      }
      fields={[...fields, 'version']}
      outcome={edit}
      onSubmit={(typed) => void submit(typed)}
    >
      <div className="brand-now">
        <Seal character={tenant.seal} /> {tenant.brandName}
      </div>
      <EditConflict editing={editing} labels={labels} />
      <div className="pair">
        <TextField {...field('brandName')} isRequired />
        <TextField {...field('seal')} hint={t('settings.sealHint')} maxLength={1} isRequired />
        <TextField {...field('color')} hint={t('settings.colorHint')} type="color" />
        <TextField {...field('answerWithinWorkingDays')} hint={t('settings.answerWithinHint')} type="number" min={1} max={30} isRequired />
        <TextField {...field('keepRefusedRowsDays')} hint={t('settings.keepRefusedHint')} type="number" min={1} max={365} />
      </div>
    </RefusingForm>
  );
}
