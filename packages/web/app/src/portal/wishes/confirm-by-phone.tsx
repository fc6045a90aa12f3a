import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

const ConfirmForm = lazy(() => import('./confirm-form.js'));

/**
 * The end of a wish that was written without an account: a telephone confirms it. Until then it is on this device alone,
 * where nobody else sees it.
 */
export function ConfirmByPhone({ isReady, onConfirmed }: { isReady: boolean; onConfirmed: () => void }) {
  const { t } = useTranslation('core-portal');
  const [isAsked, setAsked] = useState(false);
  const [isTooEarly, setTooEarly] = useState(false);
  if (isAsked) {
    return (
      <section className="ask" aria-label={t('make.confirmTitle')}>
        <p>{t('make.confirmHelp')}</p>
        <Suspense>
          <ConfirmForm onConfirmed={onConfirmed} />
        </Suspense>
      </section>
    );
  }
  return (
    <div className="ask">
      {isTooEarly && !isReady ? (
        <p className="refusals" role="alert">
          {t('make.fillFirst')}
        </p>
      ) : null}
      <button
        type="button"
        className="btn"
        onClick={() => {
          setAsked(isReady);
          setTooEarly(!isReady);
        }}
      >
        {t('make.confirmByPhone')}
      </button>
      <p className="meta">
        {t('make.confirmHelp')} <Link className="link" to="/sign-in?by=password&to=/wishes/new">{t('account.byPassword')}</Link>
      </p>
    </div>
  );
}
