import { Icon, useRefusingMutation, useSession } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { SupportWishDocument, WithdrawSupportDocument } from './support.documents.js';

/** “我也盼”: stands behind somebody else's wish, and steps back from it again. */
export function SupportButton({ wish }: { wish: { id: string; isSupportedByMe: boolean } }) {
  const { t } = useTranslation('core-portal');
  const { t: tk } = useTranslation('kit');
  const { isSignedIn } = useSession();
  const { pathname, search } = useLocation();
  const support = useRefusingMutation(SupportWishDocument, (data) => data.supportWish);
  const withdraw = useRefusingMutation(WithdrawSupportDocument, (data) => data.withdrawSupport);
  const acting = wish.isSupportedByMe ? withdraw : support;
  const trouble = [support, withdraw].flatMap(({ refusals, problem }) => [
    ...refusals.besides([]),
    ...(problem ? [tk(`send.${problem}`)] : []),
  ])[0];

  if (!isSignedIn) {
    return (
      <Link className="also" aria-describedby={`words-${wish.id}`} to={`/sign-in?to=${encodeURIComponent(pathname + search)}`}>
        <Icon name="support" />
        {t('support.me')}
      </Link>
    );
  }
  return (
    <>
      {trouble ? (
        <span className="refused" role="alert">
          {trouble}
        </span>
      ) : null}
      <button
        type="button"
        className="also"
        aria-describedby={`words-${wish.id}`}
        aria-pressed={wish.isSupportedByMe}
        aria-disabled={acting.isSending}
        onClick={() => (acting.isSending ? undefined : void acting.send({ id: wish.id }))}
      >
        <Icon name="support" />
        {wish.isSupportedByMe ? t('support.done') : t('support.me')}
      </button>
    </>
  );
}
