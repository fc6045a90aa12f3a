import { Button } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A password that is told this once: to be passed on, and changed by its owner. */
export function OneTimePassword({ name, password, onClose }: { name: string; password: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  return (
    <div role="status" className="one-time">
      <p>{t('people.oneTimeFor', { name })}</p>
      <p>
        <code className="one-time-password">{password}</code>{' '}
        <Button isSmall onPress={() => void navigator.clipboard?.writeText(password).then(() => setCopied(true))}>
          {t(isCopied ? 'people.copied' : 'people.copy')}
        </Button>
      </p>
      <p className="meta">{t('people.oneTimeMeans')}</p>
      <div className="go">
        <Button tone="main" onPress={onClose}>
          {t('people.noted')}
        </Button>
      </div>
    </div>
  );
}
