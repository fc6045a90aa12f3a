import { useRefusingMutation } from '@weixiang/kit';
import { Button, Dialog, FieldRow, RefusingForm, TextField } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OneTimePassword } from './one-time-password.js';
import { CreatePersonDocument, GrantRoleDocument } from './people.documents.js';
import { PersonSelect } from './person-select.js';
import { RoleFields } from './role-fields.js';

type GrantRoleDialogProps = {
  /** Where the role is held, and where somebody new belongs. */
  unit: { id: string; name: string } | undefined;
  /** Who gets it; left out, somebody is chosen or written down here, and the unit is settled. */
  person?: { id: string; name: string | null };
  isOpen: boolean;
  onClose: () => void;
};

/** Gives a person a role; somebody new is written down first. What may be granted, the server decides. */
export function GrantRoleDialog({ unit, person, isOpen, onClose }: GrantRoleDialogProps) {
  const { t } = useTranslation();
  const [isNew, setNew] = useState(false);
  const title = person ? t('people.grantTo', { name: person.name ?? t('people.unnamed') }) : t('people.grantAt', { unit: unit?.name });
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      {!person && (
        <p className="deeds">
          <Button isSmall tone={isNew ? 'plain' : 'can'} isPressed={!isNew} onPress={() => setNew(false)}>
            {t('people.known')}
          </Button>
          <Button isSmall tone={isNew ? 'can' : 'plain'} isPressed={isNew} onPress={() => setNew(true)}>
            {t('people.new')}
          </Button>
        </p>
      )}
      <GrantForm key={String(isNew)} unit={unit} known={person?.id} isNew={isNew} onClose={onClose} />
    </Dialog>
  );
}

type GrantFormProps = Pick<GrantRoleDialogProps, 'unit' | 'onClose'> & { known: string | undefined; isNew: boolean };

function GrantForm({ unit, known, isNew, onClose }: GrantFormProps) {
  const { t } = useTranslation();
  const [person, setPerson] = useState(known ?? '');
  const [orgUnit, setOrgUnit] = useState(unit?.id ?? '');
  const [account, setAccount] = useState<{ name: string; password: string }>();
  const [isGranted, setGranted] = useState(false);
  const create = useRefusingMutation(CreatePersonDocument, (data) => data.createPerson);
  const grant = useRefusingMutation(GrantRoleDocument, (data) => data.grantRole, { refetch: [known ? 'Person' : 'People'] });
  // A person who was written down stays so when the role is then refused: only the role is sent again.
  const outcome = create.refusals.all.length > 0 || create.problem ? create : grant;
  if (account && isGranted) return <OneTimePassword {...account} onClose={onClose} />;
  return (
    <RefusingForm
      label={t('people.grant')}
      submit={t('people.grant')}
      fields={['name', 'phone', 'login', 'person', 'role', 'orgUnit', 'since', 'until']}
      outcome={{ ...outcome, isSending: create.isSending || grant.isSending }}
      onSubmit={async ({ text }) => {
        let who = person;
        let password = account?.password;
        if (!who && isNew) {
          const made = await create.send({ orgUnit, name: text('name') ?? '', phone: text('phone'), login: text('login') });
          who = made?.person?.id ?? '';
          password = made?.oneTimePassword ?? undefined;
          if (password) setAccount({ name: text('name') ?? '', password });
        }
        if (!who) return;
        setPerson(who);
        if (await grant.send({ person: who, role: text('role') ?? '', orgUnit, since: text('since'), until: text('until') })) {
          if (password) setGranted(true);
          else onClose();
        }
      }}
    >
      {isNew && (
        <div className="pair">
          <TextField name="name" label={t('people.name')} refusals={create.refusals} isRequired autoComplete="off" />
          <TextField name="phone" label={t('units.phone')} refusals={create.refusals} inputMode="tel" autoComplete="off" />
          <TextField name="login" label={t('people.login')} hint={t('people.loginHint')} refusals={create.refusals} autoComplete="off" />
        </div>
      )}
      {!isNew && !known && (
        <FieldRow name="person" label={t('people.name')} refusals={grant.refusals} isRequired>
          {(wiring) => <PersonSelect {...wiring} value={person} onPick={setPerson} />}
        </FieldRow>
      )}
      <RoleFields refusals={grant.refusals} orgUnit={orgUnit} onUnit={known ? setOrgUnit : undefined} />
    </RefusingForm>
  );
}
