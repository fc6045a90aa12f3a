import { useQuery } from '@apollo/client/react';
import { Empty, useFormat } from '@weixiang/kit';
import { Fetched, GradeBar, PageHead, Section } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { MissingPage } from '../missing.page.js';
import { GradeKey, RoundGrade, votesOf } from '../projects/round-list.js';
import { BallotForm } from './ballot-form.js';
import { EvaluationDocument } from './evaluations.documents.js';
import { lastDay } from './last-day.rules.js';
import { ObjectionList } from './objection-list.js';
import { ProposalList } from './proposal-list.js';
import { RatingList } from './rating-list.js';
import type { FullRound } from './full-round.js';
import '../projects/project.css';
import './evaluations.css';

/** One month's evaluation of one project: how it stands, who rated how, what was objected, and what follows. */
export default function EvaluationPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { month, day, percent } = useFormat();
  const result = useQuery(EvaluationDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <Fetched result={result} lines={[32, 24, 96, 96]}>
      {({ evaluationRound: round }) =>
        round ? (
          <>
            <PageHead
              title={`${round.project?.name ?? ''} ${month(round.month)}`}
              crumbs={[{ label: t('nav.evaluations'), to: '/evaluations' }]}
              beside={
                <span className="chip">
                  <RoundGrade round={round} />
                </span>
              }
              facts={[
                [t('evaluation.standing'), t(`round.states.${round.state}`)],
                [t('evaluation.until'), round.state === 'OPEN' && round.closesAt && t('evaluation.closes', { day: day(lastDay(round.closesAt)) })],
                [
                  t('evaluation.turnout'),
                  round.policy && t('evaluation.ofQuorum', { count: round.turnout ?? 0, quorum: round.policy.quorum }),
                ],
                [t('round.satisfaction'), round.satisfaction !== null && percent(round.satisfaction)],
                [t('evaluation.score'), round.score?.toFixed(1)],
                [t('evaluation.objectionDays'), round.state === 'PUBLISHED' && round.objectionsUntil && t('evaluation.objectionsUntil', { day: day(round.objectionsUntil) })],
                [
                  t('nav.projects'),
                  round.project && (
                    <Link className="link" to={`/projects/${round.project.id}`}>
                      {round.project.name}
                    </Link>
                  ),
                ],
                [t('wish.unit'), round.orgUnit?.name],
              ]}
            />
            <ProposalList round={round} />
            <ObjectionList round={round} />
            {round.state === 'OPEN' ? <BallotForm round={round} /> : <Tallies round={round} />}
            <RatingList round={round} />
            <Notices round={round} />
          </>
        ) : (
          <MissingPage />
        )
      }
    </Fetched>
  );
}

function Tallies({ round }: { round: FullRound }) {
  const { t } = useTranslation();
  const all = votesOf(round);
  const rows = round.parties?.map((party) => ({ ...party, weight: weightOf(round, party.party) })) ?? [];
  const most = Math.max(round.votes ?? 0, 1);
  return (
    <Section title={t('round.votesByGrade')} note={<GradeKey />}>
      <table className="tbl rate tallies" aria-label={t('round.votesByGrade')}>
        <thead>
          <tr>
            <th>{t('evaluation.party')}</th>
            <th className="num weight">{t('evaluation.weight')}</th>
            <th className="bar">{t('round.votesByGrade')}</th>
            <th className="num">{t('kit:grade.EXCELLENT')}</th>
            <th className="num">{t('kit:grade.GOOD')}</th>
            <th className="num">{t('kit:grade.PASS')}</th>
            <th className="num">{t('kit:grade.FAIL')}</th>
            <th className="num">{t('round.votes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.party} name={t(`evaluation.parties.${row.party}`)} weight={String(row.weight)} counts={votesOf(row)} votes={row.votes} most={most} />
          ))}
          <Row name={t('evaluation.allParties')} weight="" counts={all} votes={round.votes ?? 0} most={most} />
        </tbody>
      </table>
    </Section>
  );
}

function Row({ name, weight, counts, votes, most }: { name: string; weight: string; counts: [number, number, number, number]; votes: number; most: number }) {
  return (
    <tr>
      <td>{name}</td>
      <td className="num weight">{weight}</td>
      <td className="bar">
        <GradeBar votes={counts} of={most} />
      </td>
      {counts.map((count, at) => (
        <td key={at} className="num">
          {count}
        </td>
      ))}
      <td className="num">{votes}</td>
    </tr>
  );
}

function weightOf({ policy }: FullRound, party: 'RESIDENT' | 'OTHER' | 'EXPERT'): number | string {
  if (!policy) return '';
  return { RESIDENT: policy.residentsWeight, OTHER: policy.othersWeight, EXPERT: policy.expertsWeight }[party];
}

function Notices({ round }: { round: FullRound }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const notices = round.notices.nodes;
  if (round.state === 'OPEN') return null;
  return (
    <Section title={t('nav.notices')}>
      {notices.length === 0 ? (
        <Empty>{t(round.state === 'LAPSED' ? 'evaluation.lapsedNoNotice' : 'evaluation.noNotice')}</Empty>
      ) : (
        <ul className="plain">
          {notices.map((notice) => (
            <li key={notice.id}>
              <Link className="link" to={`/notices/${notice.id}`}>
                {t('notices.numbered', { number: notice.number })} {notice.title}
              </Link>{' '}
              <span className="meta">{day(notice.publishedAt)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
