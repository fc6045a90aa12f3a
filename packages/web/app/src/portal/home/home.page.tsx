import { useQuery } from '@apollo/client/react';
import { ErrorState, Slot, Thread, useSession } from '@weixiang/kit';
import { Band, useFreshness } from '@weixiang/kit/portal';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePlace } from '../place/place.js';
import { UnsentWishes } from '../wishes/unsent-wishes.js';
import { Hero } from './hero.js';
import { HomePageDocument } from './home.documents.js';
import { LatestNotices, LatestProjects, LatestWishes } from './latest.js';
import { Mine } from './mine.js';

const RoundsToRate = lazy(() => import('../evaluations/rounds-to-rate.js'));

/** What a resident sees first: the promise, what changed for them, what others wish, and what came of it. */
export function HomePage() {
  const { t } = useTranslation('core-portal');
  const { isSignedIn } = useSession();
  const { place } = usePlace();
  const {
    data: answered,
    previousData,
    error,
    refetch,
  } = useQuery(HomePageDocument, {
    ...useFreshness(),
    variables: { place: place?.id, isSignedIn },
  });
  const data = answered ?? previousData;
  const mine = data?.mine?.nodes[0];
  const example = data?.example.nodes[0];

  return (
    <>
      <Hero />
      <UnsentWishes />
      {mine ? <Mine wish={mine} /> : null}
      {isSignedIn ? (
        <Suspense fallback={null}>
          <RoundsToRate />
        </Suspense>
      ) : null}
      {error && !data ? (
        <div className="band">
          <ErrorState error={error} retry={() => void refetch()} />
        </div>
      ) : (
        <LatestWishes wall={data?.wall} />
      )}
      <Band title={t('home.steps.title')} aside={example ? <Link to={`/wishes/${example.id}`}>{t('home.steps.example')}</Link> : null}>
        <Thread />
      </Band>
      {error && !data ? null : (
        <>
          <LatestProjects projects={data?.projects} />
          <Slot name="home.page" with={{}} />
          <LatestNotices notices={data?.notices} />
        </>
      )}
    </>
  );
}
