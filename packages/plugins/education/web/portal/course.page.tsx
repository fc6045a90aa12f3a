import { useQuery } from '@apollo/client/react';
import { ErrorState, Loading } from '@weixiang/kit';
import { Band, Missing, PageBar, Row } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CourseCard } from './course-card.js';
import { CoursePageDocument } from './education.documents.js';

/** One course: its terms, and the project it belongs to. */
export default function CoursePage() {
  const { t } = useTranslation('education');
  const { course: id = '' } = useParams();
  const { data, error, refetch } = useQuery(CoursePageDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const course = data?.course;
  if (course === null) return <Missing>{t('course.missing')}</Missing>;
  return (
    <>
      <PageBar title={t('course.title')} back="/education" place={course?.project?.orgUnit?.name} />
      {course ? (
        <>
          <CourseCard course={course} />
          {course.project ? (
            <Band title={t('course.project')}>
              <Row to={`/projects/${course.project.id}`} name={course.project.name} about={course.project.orgUnit?.name} />
            </Band>
          ) : null}
        </>
      ) : (
        <div className="band">
          {error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading lines={[32, 24, 52, 52]} />}
        </div>
      )}
    </>
  );
}
