import { useRefusingMutation } from '@weixiang/kit';
import { Button, RefusingForm, TextField } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { EditTermDocument } from './timetable.documents.js';
import { TeacherField } from './where-and-who.js';

export type EditedTerm = { id: string; version: number; name: string; capacity: number; acceptWithinHours: number; pickUpMinutes: number; teacher: { id: string; name: string | null } | null };

/** Name, seats, teacher of a term; seats that are added go to those who wait. */
export function EditTerm({ term, onBack }: { term: EditedTerm; onBack: () => void }) {
  const { t } = useTranslation('education');
  const edit = useRefusingMutation(EditTermDocument, (data) => data.editTerm, { refetch: ['StaffCourses', 'StaffEnrolments'] });
  const { refusals } = edit;
  return (
    <RefusingForm
      label={t('staff.editTerm')}
      submit={t('staff.save')}
      cancel={
        <Button tone="bare" onPress={onBack}>
          {t('staff.cancel')}
        </Button>
      }
      fields={['name', 'capacity', 'acceptWithinHours', 'pickUpMinutes', 'teacher']}
      outcome={edit}
      onSubmit={async ({ text, number }) => {
        const done = await edit.send({
          id: term.id,
          version: term.version,
          name: text('name'),
          capacity: number('capacity'),
          acceptWithinHours: number('acceptWithinHours'),
          pickUpMinutes: number('pickUpMinutes'),
          ...(text('teacher') === 'same' ? {} : { teacher: text('teacher') ?? null }),
        });
        if (done) onBack();
      }}
    >
      <TextField name="name" label={t('staff.term')} refusals={refusals} defaultValue={term.name} isRequired autoFocus />
      <div className="pair">
        <TextField name="capacity" label={t('staff.capacity')} hint={t('staff.capacityHint')} refusals={refusals} type="number" min={1} defaultValue={term.capacity} />
        <TextField name="acceptWithinHours" label={t('staff.acceptWithinHours')} refusals={refusals} type="number" min={1} max={168} defaultValue={term.acceptWithinHours} />
        <TextField name="pickUpMinutes" label={t('staff.pickUpMinutes')} hint={t('staff.pickUpHint')} refusals={refusals} type="number" min={5} max={120} defaultValue={term.pickUpMinutes} />
        <TeacherField refusals={refusals} keeps={term.teacher?.name ?? undefined} />
      </div>
    </RefusingForm>
  );
}
