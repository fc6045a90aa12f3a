import { useRefusingMutation } from '@weixiang/kit';
import { Button, Dialog, FieldRow, RefusingForm, TextField } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DelegateRoleDocument, EndDelegationDocument } from './lending.documents.js';
import { PersonSelect } from './person-select.js';

/** A role that could be lent, and the heading in words. */
export type Lendable = { assignment: string; words: string };
/** A loan that could be ended, and the question in words. */
export type Loan = { id: string; version: number; words: string };

/** Lends a role to another person for a time; it ends by itself. */
export function LendRoleDialog({ role, onClose }: { role: Lendable | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const [person, setPerson] = useState('');
  const lend = useRefusingMutation(DelegateRoleDocument, (data) => data.delegateRole, { refetch: ['Person'] });
  if (!role) return null;
  return (
    <Dialog title={role.words} isOpen onClose={onClose}>
      <RefusingForm
        label={role.words}
        submit={t('lending.lend')}
        fields={['person', 'since', 'until', 'reason']}
        outcome={lend}
        onSubmit={async ({ text }) => {
          const input = { assignment: role.assignment, person, since: text('since'), until: text('until') ?? '', reason: text('reason') };
          if (await lend.send(input)) onClose();
        }}
      >
        <p className="step-note">{t('lending.means')}</p>
        <FieldRow name="person" label={t('lending.to')} refusals={lend.refusals} isRequired>
          {(wiring) => <PersonSelect {...wiring} value={person} onPick={setPerson} />}
        </FieldRow>
        <div className="pair">
          <TextField name="since" label={t('people.from')} hint={t('people.fromHint')} refusals={lend.refusals} type="date" />
          <TextField name="until" label={t('people.to')} hint={t('lending.untilHint')} refusals={lend.refusals} type="date" isRequired />
        </div>
        <TextField name="reason" label={t('lending.reason')} refusals={lend.refusals} maxLength={200} />
      </RefusingForm>
    </Dialog>
  );
}

/** Asks once more before a loan ends. */
export function EndLoanDialog({ loan, onClose }: { loan: Loan | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const end = useRefusingMutation(EndDelegationDocument, (data) => data.endDelegation, { refetch: ['Person'] });
  if (!loan) return null;
  return (
    <Dialog title={loan.words} isOpen onClose={onClose}>
      <RefusingForm
        label={loan.words}
        submit={t('lending.end')}
        fields={[]}
        outcome={end}
        cancel={
          <Button tone="bare" onPress={onClose}>
            {t('cancel')}
          </Button>
        }
        onSubmit={async () => {
          if (await end.send({ id: loan.id, version: loan.version })) onClose();
        }}
      >
        <p className="step-note">{t('people.revokeMeans')}</p>
      </RefusingForm>
    </Dialog>
  );
}
