import { useQuery } from '@apollo/client/react';
import { ErrorState, Loading, Slot, Thread, useSession } from '@weixiang/kit';
import { Band, useFreshness } from '@weixiang/kit/portal';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RoundsToRateDocument } from '../evaluations/evaluations.documents.js';
import { usePlace } from '../place/place.js';
import { UnsentWishes } from '../wishes/unsent-wishes.js';
import { Hero } from './hero.js';
import { HomePageDocument } from './home.documents.js';
import { LatestNotices, LatestProjects, LatestWishes } from './latest.js';
import { Mine } from './mine.js';

const loadRounds = () => import('../evaluations/rounds-to-rate.js');
const RoundsToRate = lazy(loadRounds);

/** What a resident sees first: the promise, what changed for them, what others wish, and what came of it. */
export function HomePage() {
  const { isSignedIn } = useSession();
  // What a resident may have to rate comes while the page asks for everything else.
  useEffect(() => {
    if (isSignedIn) void loadRounds();
  }, [isSignedIn]);
  return (
    <>
      <Hero />
      <UnsentWishes />
      <Suspense fallback={<Coming />}>
        <Latest />
      </Suspense>
    </>
  );
}

/** Comes in one piece: what is a resident's own stands first, and must not push down what they are reading already. */
function Latest() {
  const { t } = useTranslation('core-portal');
  const { isSignedIn } = useSession();
  const { place } = usePlace();
  const { data: answered, previousData, error, refetch } = useQuery(HomePageDocument, {
    ...useFreshness(),
    variables: { place: place?.id, isSignedIn },
  });
  const toRate = useQuery(RoundsToRateDocument, { fetchPolicy: 'cache-and-network', skip: !isSignedIn });
  const data = answered ?? previousData;
  if (!data && !error) return <Coming />;
  if (isSignedIn && !toRate.data && !toRate.error) return <Coming />;
  const mine = data?.mine?.nodes[0];
  const example = data?.example.nodes[0];
  const rounds = toRate.data?.roundsToRate ?? [];
  return (
    <>
      {mine ? <Mine wish={mine} /> : null}
      {rounds.length > 0 ? <RoundsToRate rounds={rounds} /> : null}
      {data ? (
        <LatestWishes wall={data.wall} answered={data.answered.nodes[0]} />
      ) : (
        <div className="band">
          <ErrorState error={error} retry={() => void refetch()} />
        </div>
      )}
      <Band title={t('home.steps.title')} aside={example ? <Link to={`/wishes/${example.id}`}>{t('home.steps.example')}</Link> : null}>
        <Thread />
      </Band>
      {data ? (
        <>
          <LatestProjects projects={data.projects} />
          <Slot name="home.page" with={{}} />
          <LatestNotices notices={data.notices} />
        </>
      ) : null}
    </>
  );
}

function Coming() {
  return (
    <div className="band">
      <Loading lines={[28, 64, 24, 56, 48, 64, 24, 56, 64, 24, 56]} />
    </div>
  );
}
