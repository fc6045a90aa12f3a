import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAwaitedCode } from '../account/awaited-code.js';
import { PhoneSignIn } from '../account/phone-sign-in.js';

type ConfirmByPhoneProps = {
  unitId: string;
  isReady: boolean;
  /** Leaves this wish for later and begins another. */
  onLater: () => void;
  onConfirmed: () => void;
};

/**
 * The end of a wish that was written without an account: a telephone confirms it. Until then it is on this device alone,
 * where nobody else sees it, for as long as it takes.
 */
export function ConfirmByPhone({ unitId, isReady, onLater, onConfirmed }: ConfirmByPhoneProps) {
  const { t } = useTranslation('core-portal');
  const { isAwaited } = useAwaitedCode();
  const [isAsked, setAsked] = useState(isReady && isAwaited);
  const [isOpened, setOpened] = useState(false);
  const [isTooEarly, setTooEarly] = useState(false);
  const later = isReady ? (
    <button
      type="button"
      className="link"
      onClick={() => {
        setAsked(false);
        onLater();
      }}
    >
      {t('make.later')}
    </button>
  ) : null;
  if (isAsked) {
    return (
      <section className="ask" aria-label={t('make.confirmTitle')}>
        <p>{t('make.confirmHelp')}</p>
        <PhoneSignIn submit={t('make.confirmAndSend')} unitId={unitId} isOpened={isOpened} onDone={onConfirmed} />
        {later}
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
          setOpened(true);
          setTooEarly(!isReady);
        }}
      >
        {t('make.confirmByPhone')}
      </button>
      <p className="meta">
        {t('make.confirmHelp')} <Link className="link" to="/sign-in?by=password&to=/wishes/new">{t('account.byPassword')}</Link>
      </p>
      {later}
    </div>
  );
}
