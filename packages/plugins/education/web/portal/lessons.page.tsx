import { useQuery } from '@apollo/client/react';
import { Empty, ErrorState, Loading } from '@weixiang/kit';
import { Band, LoadMore, Missing, PageBar, useFreshness } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { LessonsDocument } from './education.documents.js';
import { LessonRows } from './lesson-rows.js';

/** All lessons of one term, those that are over too. */
export default function LessonsPage() {
  const { t } = useTranslation('education');
  const { term: id = '' } = useParams();
  const { data, error, loading, refetch, fetchMore } = useQuery(LessonsDocument, {
    ...useFreshness(),
    notifyOnNetworkStatusChange: true,
    variables: { term: id, first: 100 },
  });
  if (data?.term === null) return <Missing>{t('course.missing')}</Missing>;
  const lessons = data?.lessons;
  return (
    <>
      <PageBar title={t('lessons.title')} back={data?.term?.course ? `/education/courses/${data.term.course.id}` : '/education'} />
      <Band title={data?.term ? `${data.term.course?.name ?? ''}·${data.term.name}` : t('lessons.title')}>
        {lessons ? (
          lessons.nodes.length === 0 ? (
            <Empty>{t('lessons.empty')}</Empty>
          ) : (
            <>
              <LessonRows lessons={lessons.nodes} place={data.term?.course?.place} />
              <LoadMore
                shown={lessons.nodes.length}
                total={lessons.totalCount}
                isLoading={loading}
                more={lessons.pageInfo.hasNextPage ? () => void fetchMore({ variables: { after: lessons.pageInfo.endCursor } }) : undefined}
              />
            </>
          )
        ) : error ? (
          <ErrorState error={error} retry={() => void refetch()} />
        ) : (
          <Loading lines={[52, 52, 52]} />
        )}
      </Band>
    </>
  );
}
