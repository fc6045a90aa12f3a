import { useApolloClient } from '@apollo/client/react';
import { useRefusingMutation } from '@weixiang/kit';
import { Button, EditConflict, RefusingForm, TextField, useEditing, type Typed } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { EditTermDocument, TermAgainDocument } from './timetable.documents.js';
import { useNames } from './use-names.js';
import { TeacherField } from './where-and-who.js';

export type EditedTerm = { id: string; version: number; name: string; capacity: number; acceptWithinHours: number; pickUpMinutes: number; teacher: { id: string; name: string | null } | null };

const fields = ['name', 'capacity', 'acceptWithinHours', 'pickUpMinutes', 'teacher'] as const;

const editedOf = ({ version, name, capacity, acceptWithinHours, pickUpMinutes, teacher }: EditedTerm) => ({
  version,
  values: { name, capacity: String(capacity), acceptWithinHours: String(acceptWithinHours), pickUpMinutes: String(pickUpMinutes), teacher: teacher?.id ?? '' },
});

/** Name, seats, teacher of a term; seats that are added go to those who wait. */
export function EditTerm({ term, onBack }: { term: EditedTerm; onBack: () => void }) {
  const { t } = useTranslation('education');
  const client = useApolloClient();
  const nameOf = useNames();
  const edit = useRefusingMutation(EditTermDocument, (data) => data.editTerm, { refetch: ['StaffCourses', 'StaffEnrolments'] });
  const editing = useEditing({
    seen: editedOf(term),
    async readAgain() {
      const { data } = await client.query({ query: TermAgainDocument, variables: { id: term.id }, fetchPolicy: 'network-only' });
      return data?.term ? editedOf(data.term) : undefined;
    },
  });
  const submit = async (typed: Typed) => {
    const { text, number } = editing.settled(typed);
    const done = await edit.send({
      id: term.id,
      version: editing.version,
      name: text('name'),
      capacity: number('capacity'),
      acceptWithinHours: number('acceptWithinHours'),
      pickUpMinutes: number('pickUpMinutes'),
      ...(editing.isChanged(typed, 'teacher') ? { teacher: text('teacher') ?? null } : {}),
    });
    if (done) onBack();
    else await editing.compare(edit.latest(), typed);
  };
  const labels = {
    name: t('staff.term'),
    capacity: t('staff.capacity'),
    acceptWithinHours: t('staff.acceptWithinHours'),
    pickUpMinutes: t('staff.pickUpMinutes'),
    teacher: t('staff.teacher'),
  };
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
      fields={[...fields, 'version']}
      outcome={edit}
      onSubmit={(typed) => void submit(typed)}
    >
      <EditConflict editing={editing} labels={labels} words={(name, value) => (name === 'teacher' ? nameOf('Person', value) : value)} />
      <TextField name="name" label={labels.name} refusals={refusals} defaultValue={term.name} isRequired autoFocus />
      <div className="pair">
        <TextField name="capacity" label={labels.capacity} hint={t('staff.capacityHint')} refusals={refusals} type="number" min={1} defaultValue={term.capacity} />
        <TextField name="acceptWithinHours" label={labels.acceptWithinHours} refusals={refusals} type="number" min={1} max={168} defaultValue={term.acceptWithinHours} />
        <TextField name="pickUpMinutes" label={labels.pickUpMinutes} hint={t('staff.pickUpHint')} refusals={refusals} type="number" min={5} max={120} defaultValue={term.pickUpMinutes} />
        <TeacherField refusals={refusals} now={term.teacher} />
      </div>
    </RefusingForm>
  );
}
