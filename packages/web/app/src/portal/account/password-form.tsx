import { useSignIn } from '@weixiang/kit';
import { TextField, Trouble, useFirstRefused } from '@weixiang/kit/portal';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Login and password; who comes with a one-time password chooses their own here. */
export function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('core-portal');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState<string>();
  const { send, isSending, refusals, problem } = useSignIn();
  const form = useFirstRefused(refusals);
  const mustChoose = newPassword !== undefined || refusals.at('newPassword') !== undefined;
  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isSending) return;
        void send({ login: login.trim(), password, newPassword }).then((isIn) => (isIn ? onDone() : undefined));
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
      {mustChoose ? (
        <TextField
          label={t('account.newPassword')}
          help={t('account.newPasswordHelp')}
          name="newPassword"
          type="password"
          autoComplete="new-password"
          value={newPassword ?? ''}
          onChange={setNewPassword}
          refused={refusals.at('newPassword')}
        />
      ) : null}
      <Trouble refusals={refusals} problem={problem} fields={['login', 'password', 'newPassword']} />
      <button type="submit" className="btn" aria-disabled={isSending}>
        {isSending ? t('account.signingIn') : t('account.signIn')}
      </button>
    </form>
  );
}
