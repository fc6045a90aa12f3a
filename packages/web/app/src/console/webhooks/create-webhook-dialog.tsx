import { useQuery } from '@apollo/client/react';
import { useLabel, useRefusingMutation } from '@weixiang/kit';
import { Dialog, FieldRow, RefusingForm, TextField } from '@weixiang/kit/console';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonSelect } from '../people/person-select.js';
import { CreateWebhookDocument, WebhookEventsDocument } from './webhooks.documents.js';

type CreateWebhookDialogProps = { isOpen: boolean; onClose: () => void; onSecret: (secret: string) => void };

/** Lets another product be told of events; its secret follows, once. */
export function CreateWebhookDialog({ isOpen, onClose, onSecret }: CreateWebhookDialogProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const [events, setEvents] = useState<string[]>([]);
  const [owner, setOwner] = useState('');
  const { data } = useQuery(WebhookEventsDocument, { skip: !isOpen });
  const create = useRefusingMutation(CreateWebhookDocument, (answer) => answer.createWebhook, { refetch: ['Webhooks'] });
  const { refusals } = create;
  return (
    <Dialog title={t('webhooks.create')} isOpen={isOpen} onClose={onClose}>
      <RefusingForm
        label={t('webhooks.create')}
        submit={t('webhooks.create')}
        fields={['name', 'url', 'events', 'owner']}
        outcome={create}
        onSubmit={async ({ text }) => {
          const done = await create.send({ name: text('name') ?? '', url: text('url') ?? '', events, owner: owner || undefined });
          if (!done?.secret) return;
          setEvents([]);
          setOwner('');
          onSecret(done.secret);
        }}
      >
        <TextField name="name" label={t('webhooks.name')} hint={t('webhooks.nameHint')} refusals={refusals} isRequired maxLength={50} autoFocus />
        <TextField name="url" label={t('webhooks.url')} hint={t('webhooks.urlHint')} refusals={refusals} isRequired maxLength={500} inputMode="url" />
        <FieldRow name="events" label={t('webhooks.events')} refusals={refusals} isRequired>
          {(wiring) => (
            <Select
              {...wiring}
              mode="multiple"
              value={events}
              onChange={setEvents}
              showSearch={{ optionFilterProp: 'label' }}
              options={(data?.webhookEvents ?? []).map((event) => ({ value: event.name, label: label(event.label) }))}
            />
          )}
        </FieldRow>
        <FieldRow name="owner" label={t('webhooks.owner')} hint={t('webhooks.ownerHint')} refusals={refusals}>
          {({ id }) => <PersonSelect id={id} value={owner} onPick={setOwner} />}
        </FieldRow>
      </RefusingForm>
    </Dialog>
  );
}
