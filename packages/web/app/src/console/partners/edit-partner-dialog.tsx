import { useApolloClient } from '@apollo/client/react';
import { useLabel, useRefusingMutation, useSession } from '@weixiang/kit';
import { Dialog, EditConflict, RefusingForm, useEditing, type Typed } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { PartnerQuery } from '../generated/graphql.js';
import { PartnerFields, partnerFields, usePartnerLabels } from './partner-fields.js';
import { EditPartnerDocument, PartnerDocument } from './partners.documents.js';

type Partner = NonNullable<PartnerQuery['partner']>;

/** Changes what is known of a partner; whether it is one, its steps decide. */
export function EditPartnerDialog({ partner, onClose }: { partner: Partner; onClose: () => void }) {
  const { t } = useTranslation();
  const label = useLabel();
  const labels = usePartnerLabels();
  const client = useApolloClient();
  const { viewer } = useSession();
  const edit = useRefusingMutation(EditPartnerDocument, (data) => data.editPartner, { refetch: ['Partner'] });
  const valuesOf = (one: Partner) => ({
    name: one.name,
    creditCode: one.creditCode ?? '',
    kind: one.kindLabel ? label(one.kindLabel) : '',
    category: one.category ?? '',
    direction: one.direction ?? '',
    contactName: one.contactName ?? '',
    contactPhone: one.contactPhone ?? '',
  });
  const editing = useEditing({
    seen: { version: partner.version, values: valuesOf(partner) },
    async readAgain() {
      const { data } = await client.query({ query: PartnerDocument, variables: { id: partner.id, today: viewer.today }, fetchPolicy: 'network-only' });
      return data?.partner ? { version: data.partner.version, values: valuesOf(data.partner) } : undefined;
    },
  });
  const submit = async (typed: Typed) => {
    const { text } = editing.settled(typed);
    // What was not touched is not sent: a masked name or telephone is not the value, and a kind stays the key that it is.
    const changed = (name: (typeof partnerFields)[number]) => (editing.isChanged(typed, name) ? (text(name) ?? null) : undefined);
    const input = Object.fromEntries(partnerFields.map((name) => [name, changed(name)]));
    if (await edit.send({ ...input, id: partner.id, version: editing.version })) onClose();
    else await editing.compare(edit.latest(), typed);
  };
  return (
    <Dialog title={t('partners.edit')} isOpen onClose={onClose}>
      <RefusingForm label={t('partners.edit')} submit={t('save')} fields={[...partnerFields, 'version']} outcome={edit} onSubmit={(typed) => void submit(typed)}>
        <EditConflict editing={editing} labels={labels} />
        <PartnerFields refusals={edit.refusals} now={valuesOf(partner)} />
      </RefusingForm>
    </Dialog>
  );
}
