import { useRefusingMutation } from '@weixiang/kit';
import { ChoiceField, Dialog, RefusingForm, TextField } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { CourseAudience } from '../generated/graphql.js';
import { OpenCourseDocument } from './courses.documents.js';

const audiences = ['MINORS', 'ADULTS', 'ALL'] as const satisfies CourseAudience[];

/** Opens a course of the project. */
export function OpenCourseDialog({ projectId, isOpen, onClose }: { projectId: string; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('education');
  const open = useRefusingMutation(OpenCourseDocument, (data) => data.openCourse, { refetch: ['StaffCourses'] });
  const { refusals } = open;
  return (
    <Dialog title={t('staff.openCourse')} isOpen={isOpen} onClose={onClose}>
      <RefusingForm
        label={t('staff.openCourse')}
        submit={t('staff.openCourse')}
        fields={['name', 'audience', 'fee', 'place', 'teacherName']}
        outcome={open}
        onSubmit={async ({ text, number }) => {
          const done = await open.send({
            project: projectId,
            name: text('name') ?? '',
            audience: audiences.find((audience) => audience === text('audience')) ?? 'ALL',
            fee: number('fee'),
            place: text('place'),
            teacherName: text('teacherName'),
          });
          if (done) onClose();
        }}
      >
        <TextField name="name" label={t('staff.courseName')} refusals={refusals} isRequired autoFocus />
        <div className="pair">
          <ChoiceField
            name="audience"
            label={t('staff.forWhom')}
            refusals={refusals}
            options={audiences.map((value) => ({ value, label: t(`staff.audience.${value}`) }))}
          />
          <TextField
            name="fee"
            label={t('staff.feeYuan')}
            hint={t('staff.feeHint')}
            refusals={refusals}
            type="number"
            min={0}
            step="0.01"
          />
          <TextField name="teacherName" label={t('staff.teacher')} refusals={refusals} />
          <TextField name="place" label={t('staff.place')} refusals={refusals} />
        </div>
      </RefusingForm>
    </Dialog>
  );
}
