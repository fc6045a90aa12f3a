import { useRefusingMutation } from '@weixiang/kit';
import { Dialog, FieldRow, RefusingForm } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonSelect } from '../people/person-select.js';
import { eventsIn, WebhookFields, webhookFields } from './webhook-fields.js';
import { CreateWebhookDocument } from './webhooks.documents.js';

type CreateWebhookDialogProps = { isOpen: boolean; onClose: () => void; onSecret: (secret: string) => void };

/** Lets another product be told of events; its secret follows, once. */
export function CreateWebhookDialog({ isOpen, onClose, onSecret }: CreateWebhookDialogProps) {
  const { t } = useTranslation();
  const [owner, setOwner] = useState('');
  const create = useRefusingMutation(CreateWebhookDocument, (answer) => answer.createWebhook, { refetch: ['Webhooks'] });
  const { refusals } = create;
  return (
    <Dialog title={t('webhooks.create')} isOpen={isOpen} onClose={onClose}>
      <RefusingForm
        label={t('webhooks.create')}
        submit={t('webhooks.create')}
        fields={[...webhookFields, 'owner']}
        outcome={create}
        onSubmit={async ({ text }) => {
          const done = await create.send({ name: text('name') ?? '', url: text('url') ?? '', events: eventsIn(text('events')), owner: owner || undefined });
          if (!done?.secret) return;
          setOwner('');
          onSecret(done.secret);
        }}
      >
        <WebhookFields refusals={refusals} />
        <FieldRow name="owner" label={t('webhooks.owner')} hint={t('webhooks.ownerHint')} refusals={refusals}>
          {({ id }) => <PersonSelect id={id} value={owner} onPick={setOwner} />}
        </FieldRow>
      </RefusingForm>
    </Dialog>
  );
}
