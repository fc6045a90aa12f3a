import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import '../styles/account.css';

/** In a demonstration no telephone rings: the text message lies on the page instead, until it is put away. */
export function ShownMessage({ text }: { text: string }) {
  const { t } = useTranslation('core-portal');
  const [isOpen, setOpen] = useState(true);
  if (!isOpen) return null;
  return (
    <aside className="shown-message" role="status">
      <b>{t('account.shown')}</b>
      <p>{text}</p>
      <button type="button" className="link" onClick={() => setOpen(false)}>
        {t('account.putAway')}
      </button>
    </aside>
  );
}
