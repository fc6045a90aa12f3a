import { useQuery } from '@apollo/client/react';
import { Empty, useHolds, type ConsoleSlots } from '@weixiang/kit';
import { Button, ExportButton, Fetched, Section } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CourseRows } from './course-rows.js';
import { StaffCoursesDocument } from './courses.documents.js';
import { OpenCourseDialog } from './open-course-dialog.js';
import './courses.css';

/** The courses of an education project with their terms; other projects show nothing here. */
export default function CoursesPanel({ projectId, typeName }: ConsoleSlots['project.page']) {
  const { t } = useTranslation('education');
  const holds = useHolds();
  const [isOpening, setOpening] = useState(false);
  const result = useQuery(StaffCoursesDocument, { variables: { id: projectId }, skip: typeName !== 'education' });
  if (typeName !== 'education') return null;
  return (
    <Section
      className="courses"
      title={t('staff.courses')}
      note={
        <span className="course-deeds">
          <ExportButton ledger="courses" filter={{ project: projectId }} label={t('staff.exportCourses')} isSmall />
          <ExportButton ledger="terms" filter={{ project: projectId }} label={t('staff.exportTerms')} isSmall />
          {holds('course.open') && (
            <Button isSmall icon="add" onPress={() => setOpening(true)}>
              {t('staff.openCourse')}
            </Button>
          )}
        </span>
      }
    >
      <Fetched result={result} lines={[40, 40]}>
        {({ project }) => {
          const courses = project && 'courses' in project ? project.courses.edges.map(({ node }) => node) : [];
          if (courses.length === 0) return <Empty>{t('staff.noCourses')}</Empty>;
          return courses.map((course) => <CourseRows key={course.id} course={course} />);
        }}
      </Fetched>
      <OpenCourseDialog projectId={projectId} isOpen={isOpening} onClose={() => setOpening(false)} />
    </Section>
  );
}
