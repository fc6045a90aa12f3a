import { useQuery } from '@apollo/client/react';
import { Loading, useFormat } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LessonRows } from './lesson-rows.js';
import { LessonsDocument } from './education.documents.js';

const shown = 3;

/** The next lessons of a term that one has a place in, and the way to all of them. */
export function NextLessons({ term }: { term: string }) {
  const { t } = useTranslation('education');
  const { daysSince } = useFormat();
  const { data } = useQuery(LessonsDocument, { variables: { term, first: 100 } });
  if (!data) return <Loading lines={[64, 64, 64, 48]} />;
  if (data.lessons.nodes.length === 0) return null;
  const coming = data.lessons.nodes.filter(({ endsAt }) => daysSince(endsAt) <= 0).slice(0, shown);
  return (
    <>
      <LessonRows lessons={coming} place={data.term?.course?.place} />
      <p>
        <Link className="link" to={`/education/terms/${term}`}>{t('lessons.all', { count: data.lessons.totalCount })}</Link>
      </p>
    </>
  );
}
