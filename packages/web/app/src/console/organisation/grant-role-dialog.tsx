import { useLabel, useRefusingMutation } from '@weixiang/kit';
import { Button, ChoiceField, Dialog, FieldRow, RefusingForm, TextField } from '@weixiang/kit/console';
import { ROLES } from '@weixiang/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OneTimePassword } from './one-time-password.js';
import { PersonSelect } from './person-select.js';
import { CreatePersonDocument, GrantRoleDocument } from './units.documents.js';

type GrantRoleDialogProps = { unit: { id: string; name: string }; isOpen: boolean; onClose: () => void };

// Platform operators are made by a command, never by a tenant.
const grantable = Object.entries(ROLES).filter(([role]) => role !== 'platformOperator');

/** Gives a person a role at this unit; somebody new is written down first. What may be granted, the server decides. */
export function GrantRoleDialog({ unit, isOpen, onClose }: GrantRoleDialogProps) {
  const { t } = useTranslation();
  const [isNew, setNew] = useState(false);
  return (
    <Dialog title={t('people.grantAt', { unit: unit.name })} isOpen={isOpen} onClose={onClose}>
      <p className="deeds">
        <Button isSmall tone={isNew ? 'plain' : 'can'} onPress={() => setNew(false)}>
          {t('people.known')}
        </Button>
        <Button isSmall tone={isNew ? 'can' : 'plain'} onPress={() => setNew(true)}>
          {t('people.new')}
        </Button>
      </p>
      <GrantForm key={String(isNew)} unit={unit} isNew={isNew} onClose={onClose} />
    </Dialog>
  );
}

function GrantForm({ unit, isNew, onClose }: Pick<GrantRoleDialogProps, 'unit' | 'onClose'> & { isNew: boolean }) {
  const { t } = useTranslation();
  const label = useLabel();
  const [person, setPerson] = useState('');
  const [account, setAccount] = useState<{ name: string; password: string }>();
  const [isGranted, setGranted] = useState(false);
  const create = useRefusingMutation(CreatePersonDocument, (data) => data.createPerson);
  const grant = useRefusingMutation(GrantRoleDocument, (data) => data.grantRole, { refetch: ['UnitPeople'] });
  // A person who was written down stays so when the role is then refused: only the role is sent again.
  const outcome = create.refusals.all.length > 0 || create.problem ? create : grant;
  if (account && isGranted) return <OneTimePassword {...account} onClose={onClose} />;
  return (
    <RefusingForm
      label={t('people.grant')}
      submit={t('people.grant')}
      fields={['name', 'phone', 'login', 'person', 'role', 'since', 'until']}
      outcome={{ ...outcome, isSending: create.isSending || grant.isSending }}
      onSubmit={async ({ text }) => {
        let who = person;
        let password = account?.password;
        if (!who && isNew) {
          const made = await create.send({ orgUnit: unit.id, name: text('name') ?? '', phone: text('phone'), login: text('login') });
          who = made?.person?.id ?? '';
          password = made?.oneTimePassword ?? undefined;
          if (password) setAccount({ name: text('name') ?? '', password });
        }
        if (!who) return;
        setPerson(who);
        if (
          await grant.send({
            person: who,
            role: text('role') ?? '',
            orgUnit: unit.id,
            since: text('since'),
            until: text('until'),
          })
        ) {
          if (password) setGranted(true);
          else onClose();
        }
      }}
    >
      {isNew ? (
        <div className="pair">
          <TextField name="name" label={t('people.name')} refusals={create.refusals} isRequired autoComplete="off" />
          <TextField name="phone" label={t('units.phone')} refusals={create.refusals} inputMode="tel" autoComplete="off" />
          <TextField
            name="login"
            label={t('people.login')}
            hint={t('people.loginHint')}
            refusals={create.refusals}
            autoComplete="off"
          />
        </div>
      ) : (
        <FieldRow name="person" label={t('people.name')} refusals={grant.refusals} isRequired>
          {(wiring) => <PersonSelect {...wiring} value={person} onPick={setPerson} />}
        </FieldRow>
      )}
      <ChoiceField
        name="role"
        label={t('people.role')}
        refusals={grant.refusals}
        options={grantable.map(([value, name]) => ({ value, label: label(name) }))}
        defaultValue="gridWorker"
        isRequired
      />
      <div className="pair">
        <TextField name="since" label={t('people.from')} hint={t('people.fromHint')} refusals={grant.refusals} type="date" />
        <TextField name="until" label={t('people.to')} hint={t('people.toHint')} refusals={grant.refusals} type="date" />
      </div>
    </RefusingForm>
  );
}
