import { useQuery } from '@apollo/client/react';
import { Empty, ErrorState, Loading } from '@weixiang/kit';
import { Band } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { CourseCard } from './course-card.js';
import { OpenCoursesDocument } from './education.documents.js';

/** On the page of an education project: its courses, with the terms that can be enrolled in. */
export default function ProjectCoursesPanel({ projectId, typeName }: { projectId: string; typeName: string }) {
  return typeName === 'education' ? <ProjectCourses projectId={projectId} /> : null;
}

function ProjectCourses({ projectId }: { projectId: string }) {
  const { t } = useTranslation('education');
  const { data, error, refetch } = useQuery(OpenCoursesDocument, {
    variables: { first: 20, filter: { project: projectId } },
    fetchPolicy: 'cache-and-network',
  });
  const courses = data?.courses.nodes;
  if (courses && courses.length > 0) return courses.map((course) => <CourseCard key={course.id} course={course} />);
  return (
    <Band title={t('course.title')}>
      {courses ? (
        <Empty>{t('courses.emptyProject')}</Empty>
      ) : error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : (
        <Loading lines={[24, 52]} />
      )}
    </Band>
  );
}
