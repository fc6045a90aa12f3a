import { useApolloClient } from '@apollo/client/react';
import { useRefusingMutation } from '@weixiang/kit';
import { Dialog, EditConflict, RefusingForm, useEditing, type Typed } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { EditedCourseFragment } from '../generated/graphql.js';
import { audienceOf, courseFields, CourseFields, useCourseLabels } from './course-fields.js';
import { CourseAgainDocument, EditCourseDocument } from './courses.documents.js';

const editedOf = ({ version, name, audience, fee, place, teacherName }: EditedCourseFragment) => ({
  version,
  values: { name, audience, fee: fee === null ? '' : String(fee), place: place ?? '', teacherName: teacherName ?? '' },
});

/** Changes what is known of a course; its terms are changed one by one. */
export function EditCourseDialog({ course, onClose }: { course: EditedCourseFragment; onClose: () => void }) {
  const { t } = useTranslation('education');
  const client = useApolloClient();
  const labels = useCourseLabels();
  const edit = useRefusingMutation(EditCourseDocument, (data) => data.editCourse, { refetch: ['StaffCourses'] });
  const editing = useEditing({
    seen: editedOf(course),
    async readAgain() {
      const { data } = await client.query({ query: CourseAgainDocument, variables: { id: course.id }, fetchPolicy: 'network-only' });
      return data?.course ? editedOf(data.course) : undefined;
    },
  });
  const submit = async (typed: Typed) => {
    const { text, number } = editing.settled(typed);
    const done = await edit.send({
      id: course.id,
      version: editing.version,
      name: text('name'),
      audience: audienceOf(text('audience')),
      fee: number('fee') ?? null,
      place: text('place') ?? null,
      teacherName: text('teacherName') ?? null,
    });
    if (done) onClose();
    else await editing.compare(edit.latest(), typed);
  };
  return (
    <Dialog title={t('staff.editCourseOf', { course: course.name })} isOpen onClose={onClose}>
      <RefusingForm label={t('staff.editCourse')} submit={t('staff.save')} fields={[...courseFields, 'version']} outcome={edit} onSubmit={(typed) => void submit(typed)}>
        <EditConflict editing={editing} labels={labels} words={(name, value) => (name === 'audience' && value ? t(`staff.audience.${value}`) : value)} />
        <CourseFields refusals={edit.refusals} now={editedOf(course).values} />
      </RefusingForm>
    </Dialog>
  );
}
