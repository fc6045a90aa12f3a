import { Button, Dialog } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './webhooks.css';

/** A secret, shown once. */
export function SecretDialog({ secret, onClose }: { secret: string | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<string>();
  const copy = async () => {
    if (!secret) return;
    await navigator.clipboard.writeText(secret);
    setCopied(secret);
  };
  return (
    <Dialog title={t('webhooks.secretTitle')} isOpen={secret !== undefined} onClose={onClose}>
      <p>{t('webhooks.secretNote')}</p>
      <p className="secret">
        <code>{secret}</code>
      </p>
      <div className="webhook-acts">
        <Button tone="main" onPress={() => void copy()}>
          {t('webhooks.copy')}
        </Button>
        <Button tone="bare" onPress={onClose}>
          {t('webhooks.close')}
        </Button>
        <span role="status" className="meta">
          {secret !== undefined && copied === secret && t('webhooks.copied')}
        </span>
      </div>
    </Dialog>
  );
}
