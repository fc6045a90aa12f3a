import { useQuery } from '@apollo/client/react';
import { Icon, useFormat } from '@weixiang/kit';
import { Band } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RoundHistoryQuery } from '../generated/graphql.js';
import { gradeClass } from '../projects/grade.rules.js';
import { RoundHistoryDocument } from './evaluations.documents.js';
import { lastDay } from './last-day.rules.js';
import { useWords } from './words.js';
import './evaluations.css';

type Round = NonNullable<RoundHistoryQuery['project']>['evaluationRounds']['nodes'][number];

/** Every month's evaluation of a project with its counts and its notice, and the way to rate it now. */
export default function RoundHistory({ projectId }: { projectId: string }) {
  const te = useWords();
  const { data } = useQuery(RoundHistoryDocument, { variables: { id: projectId }, fetchPolicy: 'cache-and-network' });
  const rounds = data?.project?.evaluationRounds.nodes ?? [];
  if (rounds.length === 0) return null;
  const open = rounds.find(({ state }) => state === 'OPEN');
  return (
    <Band title={te('history.title')}>
      {open ? <ToRate round={open} projectId={projectId} /> : null}
      {rounds
        .filter(({ state }) => state !== 'OPEN')
        .map((round) => (
          <Month key={round.id} round={round} />
        ))}
    </Band>
  );
}

function ToRate({ round: { ballot, closesAt }, projectId }: { round: Round; projectId: string }) {
  const te = useWords();
  const { t: tk } = useTranslation('kit');
  const { day } = useFormat();
  const until = closesAt ? day(lastDay(closesAt)) : '';
  return (
    <div className="to-rate">
      <p>{ballot.grade ? te('history.given', { grade: tk(`grade.${ballot.grade}`), day: until }) : te('history.open')}</p>
      <Link className="btn" to={`/projects/${projectId}/rate`}>
        <Icon name="done" />
        {ballot.grade ? te('history.change') : te('history.go')}
      </Link>
      {ballot.grade ? null : <p className="meta">{te('toRate.until', { day: until })}</p>}
    </div>
  );
}

function Month({ round }: { round: Round }) {
  const te = useWords();
  const { t: tk } = useTranslation('kit');
  const { month, number, percent, day } = useFormat();
  const { grade, votes, satisfaction, state, objectionsUntil } = round;
  const notice = round.notices.nodes[0];
  return (
    <div className="month-row">
      <span>{month(round.month)}</span>
      {grade ? <b className={gradeClass(grade)}>{tk(`grade.${grade}`)}</b> : <span className="meta">{te('history.lapsed')}</span>}
      {grade ? (
        <span className="meta">
          {votes === null || satisfaction === null ? te('history.few') : te('history.votes', { votes: number(votes), share: percent(satisfaction) })}
        </span>
      ) : null}
      {state === 'PUBLISHED' && objectionsUntil ? <span className="meta">{te('history.published', { day: day(objectionsUntil) })}</span> : null}
      {notice ? <Link className="link" to={`/notices/${notice.id}`}>{te('history.notice')}</Link> : null}
    </div>
  );
}
