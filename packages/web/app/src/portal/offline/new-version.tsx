import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { keepShell, newVersion } from './worker.js';
import '../styles/offline.css';

/** Says that there is a newer portal, once it is here whole; the reader says when it takes over, so that no form is lost. */
export default function NewVersion() {
  const { t } = useTranslation('core-portal');
  const isWaiting = useSyncExternalStore(newVersion.subscribe, newVersion.isWaiting);
  useEffect(() => void keepShell(), []);
  return (
    <div role="status">
      {isWaiting ? (
        <p className="new-version">
          {t('offline.newVersion')}
          <button type="button" className="link" onClick={() => newVersion.takeOver()}>
            {t('offline.takeOver')}
          </button>
        </p>
      ) : null}
    </div>
  );
}
