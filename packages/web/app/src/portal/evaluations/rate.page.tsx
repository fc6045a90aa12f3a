import { useQuery } from '@apollo/client/react';
import { dotted, Empty, ErrorState, Loading, useFormat, useSession } from '@weixiang/kit';
import { Missing, PageBar, SignInFirst } from '@weixiang/kit/portal';
import { Link, useParams } from 'react-router';
import { RatePageDocument } from './evaluations.documents.js';
import { lastDay } from './last-day.rules.js';
import { RateForm } from './rate-form.js';
import { useWords } from './words.js';

/** A resident's rating of one project, for this month; it may be changed until the month closes. */
export default function RatePage() {
  const te = useWords();
  const { id = '' } = useParams();
  const { isSignedIn } = useSession();
  const { month, day } = useFormat();
  const { data, error, refetch } = useQuery(RatePageDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const project = data?.project;
  const round = project?.evaluationRounds.nodes[0];
  if (project === null) return <Missing>{te('rate.missing')}</Missing>;
  return (
    <>
      <PageBar title={te('rate.title')} back={`/projects/${id}`} place={project?.orgUnit?.name} tab={project?.name} />
      <section className="band" aria-busy={!data}>
        {data ? null : error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading lines={[32, 24, 56, 56, 56, 56]} />}
        {project && !round ? (
          <Empty
            action={
              <Link className="btn is-quiet" to={`/projects/${id}`}>
                {te('rate.toProject')}
              </Link>
            }
          >
            {te('rate.none')}
          </Empty>
        ) : null}
        {project && round ? (
          <>
            <h2>{project.name}</h2>
            <p className="meta">
              {dotted(te('rate.of', { month: month(round.month) }), round.closesAt ? te('rate.until', { day: day(lastDay(round.closesAt)) }) : undefined)}
            </p>
            {round.ballot.parties.includes('RESIDENT') ? (
              <RateForm round={round} />
            ) : isSignedIn ? (
              <Empty>{round.ballot.reason ?? te('rate.missing')}</Empty>
            ) : (
              <SignInFirst>{te('rate.signIn')}</SignInFirst>
            )}
          </>
        ) : null}
      </section>
    </>
  );
}
