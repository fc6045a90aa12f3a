import { useQuery } from '@apollo/client/react';
import { Empty, ErrorState, Loading, useSession } from '@weixiang/kit';
import { LoadMore, PageBar, SignInFirst, useFreshness } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MyEnrolmentsDocument } from './education.documents.js';
import { EnrolmentCard } from './enrolment-card.js';

/** What I have enrolled for, each with its state and the way back. */
export default function MyEnrolmentsPage() {
  const { t } = useTranslation('education');
  const { isSignedIn } = useSession();
  return (
    <>
      <PageBar title={t('mine.title')} back="/me" />
      {isSignedIn ? (
        <MyEnrolments />
      ) : (
        <div className="band">
          <SignInFirst>{t('mine.signIn')}</SignInFirst>
        </div>
      )}
    </>
  );
}

function MyEnrolments() {
  const { t } = useTranslation('education');
  const { data, error, loading, refetch, fetchMore } = useQuery(MyEnrolmentsDocument, {
    ...useFreshness(),
    notifyOnNetworkStatusChange: true,
  });
  const enrolments = data?.enrolments;
  if (!enrolments) {
    return (
      <div className="band">
        {error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading lines={[32, 24, 48, 32, 24]} />}
      </div>
    );
  }
  if (enrolments.nodes.length === 0) {
    return (
      <div className="band">
        <Empty
          action={
            <Link className="btn" to="/education">
              {t('mine.find')}
            </Link>
          }
        >
          {t('mine.empty')}
        </Empty>
      </div>
    );
  }
  const { hasNextPage, endCursor } = enrolments.pageInfo;
  return (
    <>
      {enrolments.nodes.map((enrolment) => (
        <EnrolmentCard key={enrolment.id} enrolment={enrolment} />
      ))}
      <div className="band">
        <LoadMore
          shown={enrolments.nodes.length}
          total={enrolments.totalCount}
          isLoading={loading}
          more={hasNextPage ? () => void fetchMore({ variables: { after: endCursor } }) : undefined}
        />
      </div>
    </>
  );
}
