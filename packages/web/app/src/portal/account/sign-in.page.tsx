import { useSession } from '@weixiang/kit';
import { PageBar } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { PasswordForm } from './password-form.js';
import { PhoneSignIn } from './phone-sign-in.js';

/** Signs in, by telephone or by password, and goes where the reader wanted to go. */
export default function SignInPage() {
  const { t } = useTranslation('core-portal');
  const { isSignedIn, tenant } = useSession();
  const navigate = useNavigate();
  const [query, setQuery] = useSearchParams();
  const to = ownPath(query.get('to'));
  if (isSignedIn) return <Navigate to={to} replace />;
  const isByPassword = !tenant.sendsMessages || query.get('by') === 'password';
  const arrive = () => navigate(to, { replace: true });
  const other = (by: string) => {
    query.set('by', by);
    setQuery(query, { replace: true });
  };
  return (
    <>
      <PageBar title={t('account.signIn')} back="/" />
      <div className="band">
        {isByPassword ? <PasswordForm onDone={arrive} /> : <PhoneSignIn submit={t('account.signIn')} onDone={arrive} />}
        {tenant.sendsMessages ? (
          <button type="button" className="link" onClick={() => other(isByPassword ? 'phone' : 'password')}>
            {t(isByPassword ? 'account.byPhone' : 'account.byPassword')}
          </button>
        ) : null}
        <p className="meta">{t(tenant.sendsMessages ? 'account.openToAll' : 'account.noAccount')}</p>
      </div>
    </>
  );
}

/** Only a path of this portal: an address from outside must not lead elsewhere after signing in. */
function ownPath(path: string | null): string {
  return path && /^\/(?![/\\])/.test(path) ? path : '/me';
}
