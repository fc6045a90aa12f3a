import { useQuery } from '@apollo/client/react';
import { Empty, ErrorState, Loading } from '@weixiang/kit';
import { LoadMore, PageBar, useFreshness } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { CourseCard } from './course-card.js';
import { OpenCoursesDocument } from './education.documents.js';

/** The courses open for enrolment. */
export default function CoursesPage() {
  const { t } = useTranslation('education');
  const { data, error, loading, refetch, fetchMore } = useQuery(OpenCoursesDocument, {
    ...useFreshness(),
    notifyOnNetworkStatusChange: true,
    variables: { first: 20, filter: { openForEnrolment: true } },
  });
  const courses = data?.courses;
  const isWaiting = !courses || courses.nodes.length === 0;
  return (
    <>
      <PageBar title={t('courses.title')} back="/me" />
      {courses?.nodes.map((course) => (
        <CourseCard key={course.id} course={course} />
      ))}
      <div className="band">
        {isWaiting ? null : (
          <LoadMore
            shown={courses.nodes.length}
            total={courses.totalCount}
            isLoading={loading}
            more={courses.pageInfo.hasNextPage ? () => void fetchMore({ variables: { after: courses.pageInfo.endCursor } }) : undefined}
          />
        )}
        {courses?.nodes.length === 0 ? <Empty>{t('courses.empty')}</Empty> : null}
        {courses ? null : error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading lines={[32, 24, 52, 32, 24, 52]} />}
      </div>
    </>
  );
}
