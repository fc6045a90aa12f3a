import { useRefusingMutation } from '@weixiang/kit';
import { ChoiceField, Dialog, RefusingForm, WordsField } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { OpenEmergencyDocument } from './emergencies.documents.js';

/** A role that could be taken, and the heading in words. */
export type Takeable = { assignment: string; words: string };

const hours = [1, 2, 4, 8, 12] as const;

/** Takes another's role for hours; what it means and who is told stands above, before anything is sent. */
export function OpenEmergencyDialog({ role, onClose }: { role: Takeable | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const open = useRefusingMutation(OpenEmergencyDocument, (data) => data.openEmergencyAccess, { refetch: ['Person', 'Session'] });
  if (!role) return null;
  return (
    <Dialog title={role.words} isOpen onClose={onClose}>
      <RefusingForm
        label={role.words}
        submit={t('emergency.open')}
        fields={['reason', 'hours']}
        outcome={open}
        onSubmit={async ({ text, number }) => {
          if (await open.send({ assignment: role.assignment, reason: text('reason') ?? '', hours: number('hours') ?? 0 })) onClose();
        }}
      >
        <p className="step-note">{t('emergency.means')}</p>
        <WordsField name="reason" label={t('emergency.reason')} hint={t('emergency.reasonHint')} refusals={open.refusals} maxLength={500} isRequired autoFocus />
        <ChoiceField
          name="hours"
          label={t('emergency.hours')}
          refusals={open.refusals}
          defaultValue="2"
          options={hours.map((each) => ({ value: String(each), label: t('emergency.hoursLong', { count: each }) }))}
        />
      </RefusingForm>
    </Dialog>
  );
}
