import { useQuery } from '@apollo/client/react';
import { dotted, Empty, ErrorState, Loading, useSession } from '@weixiang/kit';
import { Missing, PageBar, SignInFirst } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { CoursePageDocument } from './education.documents.js';
import { EnrolForm } from './enrol-form.js';
import { useMeeting, useSeats } from './term-row.js';
import './portal.css';

/** Enrols somebody in one term. */
export default function EnrolPage() {
  const { t } = useTranslation('education');
  const { course: courseId = '', term: termId } = useParams();
  const { isSignedIn } = useSession();
  const meeting = useMeeting();
  const seats = useSeats();
  const { data, error, refetch } = useQuery(CoursePageDocument, { variables: { id: courseId }, fetchPolicy: 'cache-and-network' });
  const course = data?.course;
  const term = course?.terms.nodes.find(({ id }) => id === termId);
  if (course === null || (course && !term)) return <Missing>{t('course.missing')}</Missing>;
  const bar = <PageBar title={t('enrol.title')} back={`/education/courses/${courseId}`} place={course?.project?.orgUnit?.name} />;
  if (!course || !term) {
    return (
      <>
        {bar}
        <div className="band">
          {error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading lines={[32, 24, 56, 56, 56]} />}
        </div>
      </>
    );
  }
  const isFull = term.seatsLeft <= 0;
  return (
    <>
      {bar}
      <div className="band">
        <h2>{`${course.name}·${term.name}`}</h2>
        <p className="meta">{dotted(meeting(term), seats(term.seatsLeft))}</p>
        <p>
          <Link className="link" to={`/education/terms/${term.id}`}>{t('lessons.title')}</Link>
        </p>
      </div>
      <div className="band">
        {term.state !== 'OPEN' ? (
          <Empty
            action={
              <Link className="btn is-quiet" to="/education">
                {t('enrol.others')}
              </Link>
            }
          >
            {t('enrol.closed')}
          </Empty>
        ) : isSignedIn ? (
          <>
            {isFull ? <p className="waiting-list">{t('enrol.full')}</p> : null}
            <EnrolForm term={term} course={course} />
          </>
        ) : (
          <SignInFirst>{t('enrol.signIn')}</SignInFirst>
        )}
      </div>
    </>
  );
}
