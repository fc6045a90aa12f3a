import { useQuery } from '@apollo/client/react';
import { Band, Row } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCourseLine } from './course-card.js';
import type { CourseRowFragment } from '../generated/graphql.js';
import { OpenCoursesDocument } from './education.documents.js';
import { useSeats } from './term-row.js';

/** On the home page: the courses open for enrolment. Nothing open, nothing shown. */
export default function OpenCoursesPanel() {
  const { t } = useTranslation('education');
  const { data } = useQuery(OpenCoursesDocument, { variables: { first: 3, filter: { openForEnrolment: true } } });
  if (!data || data.courses.nodes.length === 0) return null;
  return (
    <Band title={t('courses.title')} aside={<Link to="/education">{t('courses.all', { count: data.courses.totalCount })}</Link>}>
      {data.courses.nodes.map((course) => (
        <OpenCourse key={course.id} course={course} />
      ))}
    </Band>
  );
}

function OpenCourse({ course }: { course: CourseRowFragment }) {
  const writeSeats = useSeats();
  const seats = course.terms.nodes.filter(({ state }) => state === 'OPEN').reduce((sum, { seatsLeft }) => sum + seatsLeft, 0);
  return (
    <Row
      to={`/education/courses/${course.id}`}
      name={course.name}
      about={useCourseLine(course)}
      standing={<span className={seats > 0 ? 'grade' : 'meta'}>{writeSeats(seats)}</span>}
    />
  );
}
