import { useRefusingMutation } from '@weixiang/kit';
import { Dialog, RefusingForm } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OneTimePassword } from './one-time-password.js';
import { ResetPasswordDocument } from './people.documents.js';

/** Draws a one-time password for somebody's account, after saying what that means. */
export function ResetPasswordDialog({ person, onClose }: { person: { id: string; name: string } | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('people.resetWhose', { name: person?.name })} isOpen={person !== undefined} onClose={onClose}>
      {person && <ResetForm person={person} onClose={onClose} />}
    </Dialog>
  );
}

function ResetForm({ person, onClose }: { person: { id: string; name: string }; onClose: () => void }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState<string>();
  const reset = useRefusingMutation(ResetPasswordDocument, (data) => data.resetPassword);
  if (password !== undefined) return <OneTimePassword name={person.name} password={password} onClose={onClose} />;
  return (
    <RefusingForm
      label={t('people.reset')}
      submit={t('people.reset')}
      fields={[]}
      outcome={reset}
      onSubmit={async () => setPassword((await reset.send({ id: person.id }))?.oneTimePassword ?? undefined)}
    >
      <p>{t('people.resetMeans')}</p>
    </RefusingForm>
  );
}
