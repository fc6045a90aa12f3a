import { languages, Seal, speak, useSession, useSignIn } from '@weixiang/kit';
import { Button, RefusingForm, TextField } from '@weixiang/kit/console';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './sign-in.css';

/** Sign in; afterwards the page that was asked for stands here. */
export default function SignInPage() {
  const { t, i18n } = useTranslation();
  const { tenant } = useSession();
  const signIn = useSignIn();
  const [mustChoose, setMustChoose] = useState(false);
  // A one-time password is changed at once; the field stays while the new one is refused.
  if (!mustChoose && signIn.refusals.at('newPassword') !== undefined) setMustChoose(true);
  useEffect(() => {
    document.title = `${t('signIn.title')}·${tenant.brandName}`;
  }, [t, tenant.brandName]);
  return (
    <main className="sign-in">
      <header>
        <Seal character={tenant.seal} />
        <b>{tenant.brandName}</b>
        <span className="meta">{t('signIn.console')}</span>
      </header>
      <h1>{t('signIn.title')}</h1>
      <RefusingForm
        label={t('signIn.title')}
        submit={t('signIn.submit')}
        fields={['login', 'password', 'newPassword']}
        outcome={signIn}
        onSubmit={({ text }) => void signIn.send({ login: text('login') ?? '', password: text('password') ?? '', newPassword: text('newPassword') })}
      >
        <TextField
          name="login"
          label={t('signIn.login')}
          refusals={signIn.refusals}
          autoComplete="username"
          autoFocus
          isRequired
        />
        <TextField
          name="password"
          label={t('signIn.password')}
          refusals={signIn.refusals}
          type="password"
          autoComplete="current-password"
          isRequired
        />
        {mustChoose && (
          <TextField
            name="newPassword"
            label={t('account.next')}
            hint={t('account.nextHint')}
            refusals={signIn.refusals}
            type="password"
            autoComplete="new-password"
            isRequired
          />
        )}
      </RefusingForm>
      {tenant.isDemo && <p className="meta demo">{t('signIn.demo')}</p>}
      <footer>
        {languages
          .filter((language) => language !== i18n.language)
          .map((language) => (
            <Button key={language} tone="bare" isSmall onPress={() => void speak(i18n, language)}>
              {t(`kit:language.${language}`)}
            </Button>
          ))}
      </footer>
    </main>
  );
}
