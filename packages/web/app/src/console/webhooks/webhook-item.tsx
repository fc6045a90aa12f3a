import { useRefusingMutation } from '@weixiang/kit';
import { Button, Dialog, RefusingForm, Section } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WebhooksQuery } from '../generated/graphql.js';
import { DeliveryLog } from './delivery-log.js';
import { EditWebhookDialog } from './edit-webhook-dialog.js';
import { useEventNames } from './webhook-fields.js';
import { DeleteWebhookDocument, EditWebhookDocument, RenewSecretDocument } from './webhooks.documents.js';
import './webhooks.css';

type Webhook = WebhooksQuery['webhooks']['nodes'][number];

/** One subscription: where it goes, with whose rights, and how it fares. */
export function WebhookItem({ webhook, onSecret }: { webhook: Webhook; onSecret: (secret: string) => void }) {
  const { t } = useTranslation();
  const { nameOf } = useEventNames();
  const [isLogOpen, setLogOpen] = useState(false);
  const [doing, setDoing] = useState<'edit' | 'remove'>();
  const edit = useRefusingMutation(EditWebhookDocument, (answer) => answer.editWebhook, { refetch: ['Webhooks'] });
  const renew = useRefusingMutation(RenewSecretDocument, (answer) => answer.renewWebhookSecret);
  const refused = edit.refusals.all[0] ?? renew.refusals.all[0];
  const renewSecret = async () => {
    const done = await renew.send({ id: webhook.id });
    if (done?.secret) onSecret(done.secret);
  };
  return (
    <Section title={webhook.name} note={<StateChip webhook={webhook} />}>
      <dl className="kv webhook">
        <dt>{t('webhooks.url')}</dt>
        <dd className="url">{webhook.url}</dd>
        <dt>{t('webhooks.owner')}</dt>
        <dd>{webhook.owner?.name ?? '—'}</dd>
        <dt>{t('webhooks.events')}</dt>
        <dd>{webhook.events.map(nameOf).join('、')}</dd>
      </dl>
      {(refused ?? edit.problem ?? renew.problem) && (
        <p className="refused" role="alert">
          {refused?.message ?? t(`kit:send.${edit.problem ?? renew.problem}`)}
        </p>
      )}
      <div className="webhook-acts">
        <Button icon="write" onPress={() => setDoing('edit')}>
          {t('webhooks.edit')}
        </Button>
        <Button isBusy={edit.isSending} onPress={() => void edit.send({ id: webhook.id, version: webhook.version, isActive: !webhook.isActive })}>
          {t(webhook.isActive ? 'webhooks.switchOff' : 'webhooks.switchOn')}
        </Button>
        <Button onPress={() => void renewSecret()}>{t('webhooks.renew')}</Button>
        <Button tone="grave" onPress={() => setDoing('remove')}>
          {t('webhooks.remove')}
        </Button>
        <Button tone="bare" isPressed={isLogOpen} onPress={() => setLogOpen(!isLogOpen)}>
          {t('webhooks.log')}
        </Button>
      </div>
      {isLogOpen && <DeliveryLog webhook={webhook.id} nameOf={nameOf} />}
      {doing === 'edit' && <EditWebhookDialog webhook={webhook} onClose={() => setDoing(undefined)} />}
      {doing === 'remove' && <RemoveDialog webhook={webhook} onClose={() => setDoing(undefined)} />}
    </Section>
  );
}

function StateChip({ webhook: { isActive, stoppedAt, failures } }: { webhook: Webhook }) {
  const { t } = useTranslation();
  if (stoppedAt) return <span className="chip is-late">{t('webhooks.stopped')}</span>;
  if (!isActive) return <span className="chip">{t('webhooks.off')}</span>;
  return (
    <>
      {failures > 0 && <span className="is-late-text">{t('webhooks.failures', { count: failures })} </span>}
      <span className="chip is-done">{t('webhooks.on')}</span>
    </>
  );
}

function RemoveDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useTranslation();
  const remove = useRefusingMutation(DeleteWebhookDocument, (answer) => answer.deleteWebhook, { refetch: ['Webhooks'] });
  const title = t('webhooks.removeSure', { name: webhook.name });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <RefusingForm
        label={title}
        submit={t('webhooks.remove')}
        cancel={
          <Button tone="bare" onPress={onClose}>
            {t('cancel')}
          </Button>
        }
        fields={[]}
        outcome={remove}
        onSubmit={() => void remove.send({ id: webhook.id })}
      >
        <p className="step-note">{webhook.url}</p>
      </RefusingForm>
    </Dialog>
  );
}
