import { useQuery } from '@apollo/client/react';
import { Empty, useHolds } from '@weixiang/kit';
import { Button, Fetched, PageHead } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CreateWebhookDialog } from './create-webhook-dialog.js';
import { SecretDialog } from './secret-dialog.js';
import { WebhookItem } from './webhook-item.js';
import { WebhooksDocument } from './webhooks.documents.js';

/** Which other products are told of events, and what became of it. For the tenant's administrator. */
export default function WebhooksPage() {
  const { t } = useTranslation();
  const holds = useHolds();
  const mayManage = holds('webhook.manage');
  const [isCreating, setCreating] = useState(false);
  const [secret, setSecret] = useState<string>();
  const result = useQuery(WebhooksDocument, { fetchPolicy: 'cache-and-network', skip: !mayManage });
  const crumbs = [{ label: t('nav.settings'), to: '/settings' }];
  if (!mayManage) {
    return (
      <>
        <PageHead title={t('webhooks.title')} crumbs={crumbs} />
        <Empty>{t('webhooks.notYours')}</Empty>
      </>
    );
  }
  return (
    <>
      <PageHead
        title={t('webhooks.title')}
        crumbs={crumbs}
        meta={t('webhooks.meta')}
        actions={
          <Button tone="main" onPress={() => setCreating(true)}>
            {t('webhooks.create')}
          </Button>
        }
      />
      <Fetched result={result}>
        {({ webhooks: { nodes } }) =>
          nodes.length === 0 ? (
            <Empty>{t('webhooks.none')}</Empty>
          ) : (
            nodes.map((webhook) => <WebhookItem key={webhook.id} webhook={webhook} onSecret={setSecret} />)
          )
        }
      </Fetched>
      <CreateWebhookDialog
        isOpen={isCreating}
        onClose={() => setCreating(false)}
        onSecret={(made) => {
          setCreating(false);
          setSecret(made);
        }}
      />
      <SecretDialog secret={secret} onClose={() => setSecret(undefined)} />
    </>
  );
}
