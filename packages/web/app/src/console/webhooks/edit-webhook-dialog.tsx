import { useApolloClient } from '@apollo/client/react';
import { useRefusingMutation } from '@weixiang/kit';
import { Dialog, EditConflict, RefusingForm, useEditing, type Typed } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { EditedWebhookFragment } from '../generated/graphql.js';
import { eventsIn, useEventNames, WebhookFields, webhookFields } from './webhook-fields.js';
import { EditWebhookDocument, WebhookAgainDocument } from './webhooks.documents.js';

const editedOf = ({ version, name, url, events }: EditedWebhookFragment) => ({ version, values: { name, url, events: events.join(',') } });

/** Changes what a subscription is called, where it goes and of what it tells; its secret and its owner stay. */
export function EditWebhookDialog({ webhook, onClose }: { webhook: EditedWebhookFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const { nameOf } = useEventNames();
  const edit = useRefusingMutation(EditWebhookDocument, (answer) => answer.editWebhook, { refetch: ['Webhooks'] });
  const editing = useEditing({
    seen: editedOf(webhook),
    async readAgain() {
      const { data } = await client.query({ query: WebhookAgainDocument, variables: { id: webhook.id }, fetchPolicy: 'network-only' });
      return data?.webhook ? editedOf(data.webhook) : undefined;
    },
  });
  const submit = async (typed: Typed) => {
    const { text } = editing.settled(typed);
    const done = await edit.send({ id: webhook.id, version: editing.version, name: text('name') ?? '', url: text('url') ?? '', events: eventsIn(text('events')) });
    if (done) onClose();
    else await editing.compare(edit.latest(), typed);
  };
  const labels = { name: t('webhooks.name'), url: t('webhooks.url'), events: t('webhooks.events') };
  return (
    <Dialog title={t('webhooks.editOf', { name: webhook.name })} isOpen onClose={onClose}>
      <RefusingForm label={t('webhooks.edit')} submit={t('save')} fields={[...webhookFields, 'version']} outcome={edit} onSubmit={(typed) => void submit(typed)}>
        <EditConflict
          editing={editing}
          labels={labels}
          words={(name, value) => (name === 'events' && value ? eventsIn(value).map(nameOf).join('、') : value)}
        />
        <WebhookFields refusals={edit.refusals} now={editedOf(webhook).values} />
      </RefusingForm>
    </Dialog>
  );
}
