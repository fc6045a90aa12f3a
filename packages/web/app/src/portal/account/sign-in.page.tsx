import { useSession, useSignIn } from '@weixiang/kit';
import { PageBar, TextField, Trouble, useFirstRefused } from '@weixiang/kit/portal';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useSearchParams } from 'react-router';

/** Signs in and goes where the reader wanted to go. */
export default function SignInPage() {
  const { t } = useTranslation('core-portal');
  const { isSignedIn } = useSession();
  const [query] = useSearchParams();
  const to = ownPath(query.get('to'));
  return isSignedIn ? (
    <Navigate to={to} replace />
  ) : (
    <>
      <PageBar title={t('account.signIn')} back="/" />
      <div className="band">
        <SignInForm to={to} />
      </div>
    </>
  );
}

/** Only a path of this portal: an address from outside must not lead elsewhere after signing in. */
function ownPath(path: string | null): string {
  return path && /^\/(?![/\\])/.test(path) ? path : '/me';
}

function SignInForm({ to }: { to: string }) {
  const { t } = useTranslation('core-portal');
  const navigate = useNavigate();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const { send, isSending, refusals, problem } = useSignIn();
  const form = useFirstRefused(refusals);
  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isSending) return;
        void send({ login: login.trim(), password }).then((isIn) => (isIn ? navigate(to, { replace: true }) : undefined));
      }}
    >
      <TextField
        label={t('account.login')}
        name="login"
        autoComplete="username"
        value={login}
        onChange={setLogin}
        refused={refusals.at('login')}
      />
      <TextField
        label={t('account.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        refused={refusals.at('password')}
      />
      <Trouble refusals={refusals} problem={problem} fields={['login', 'password']} />
      <button type="submit" className="btn" aria-disabled={isSending}>
        {isSending ? t('account.signingIn') : t('account.signIn')}
      </button>
      <p className="meta">{t('account.noAccount')}</p>
    </form>
  );
}
