import { useChangePassword, useMySessions, useSession } from '@weixiang/kit';
import { Band, PageBar, SignInFirst, TextField, Trouble, useFirstRefused } from '@weixiang/kit/portal';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenSessions } from './open-sessions.js';

/** Where I am signed in, and my password. */
export default function SecurityPage() {
  const { t } = useTranslation('core-portal');
  const { isSignedIn } = useSession();
  return (
    <>
      <PageBar title={t('security.title')} back="/me" />
      {isSignedIn ? (
        <>
          <Band title={t('security.sessions')}>
            <OpenSessions />
          </Band>
          <Band title={t('security.password')}>
            <Password />
          </Band>
        </>
      ) : (
        <div className="band">
          <SignInFirst>{t('security.signIn')}</SignInFirst>
        </div>
      )}
    </>
  );
}

/** Who signs in by telephone has none to change. */
function Password() {
  const { t } = useTranslation('core-portal');
  const { data } = useMySessions().result;
  if (!data) return null;
  return data.viewer.person?.hasLogin ? <ChangePassword /> : <p>{t('security.noPassword')}</p>;
}

function ChangePassword() {
  const { t } = useTranslation('core-portal');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isDone, setDone] = useState(false);
  const { send, isSending, refusals, problem } = useChangePassword();
  const form = useFirstRefused(refusals);

  async function change(): Promise<void> {
    if (isSending) return;
    setDone(false);
    if (!(await send({ current, next }))) return;
    setCurrent('');
    setNext('');
    setDone(true);
  }

  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <TextField
        label={t('security.current')}
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        refused={refusals.at('current')}
      />
      <TextField
        label={t('account.newPassword')}
        help={t('account.newPasswordHelp')}
        type="password"
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        refused={refusals.at('next')}
      />
      <Trouble refusals={refusals} problem={problem} fields={['current', 'next']} />
      <button type="submit" className="btn is-quiet" aria-disabled={isSending}>
        {t('security.change')}
      </button>
      <p className="meta" role="status">
        {isDone ? t('security.changed') : t('security.changeMeans')}
      </p>
    </form>
  );
}
