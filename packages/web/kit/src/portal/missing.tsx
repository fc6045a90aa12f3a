import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageBar } from './page-bar.js';

/** What is not there, or not for these eyes, which looks the same. */
export function Missing({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('kit');
  return (
    <>
      <PageBar title={t('portal.missing.title')} back="/" />
      <div className="band">
        <div className="empty">
          <p>{children ?? t('portal.missing.help')}</p>
          <Link className="btn" to="/">
            {t('portal.missing.home')}
          </Link>
        </div>
      </div>
    </>
  );
}
