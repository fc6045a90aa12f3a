import { useRefusingMutation } from '@weixiang/kit';
import { Dialog, RefusingForm } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { audienceOf, courseFields, CourseFields } from './course-fields.js';
import { OpenCourseDocument } from './courses.documents.js';

/** Opens a course of the project. */
export function OpenCourseDialog({ projectId, isOpen, onClose }: { projectId: string; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('education');
  const open = useRefusingMutation(OpenCourseDocument, (data) => data.openCourse, { refetch: ['StaffCourses'] });
  return (
    <Dialog title={t('staff.openCourse')} isOpen={isOpen} onClose={onClose}>
      <RefusingForm
        label={t('staff.openCourse')}
        submit={t('staff.openCourse')}
        fields={courseFields}
        outcome={open}
        onSubmit={async ({ text, number }) => {
          const done = await open.send({
            project: projectId,
            name: text('name') ?? '',
            audience: audienceOf(text('audience')),
            fee: number('fee'),
            place: text('place'),
            teacherName: text('teacherName'),
          });
          if (done) onClose();
        }}
      >
        <CourseFields refusals={open.refusals} />
      </RefusingForm>
    </Dialog>
  );
}
