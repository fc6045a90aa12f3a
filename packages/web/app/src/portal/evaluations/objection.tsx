import { useQuery } from '@apollo/client/react';
import { useFormat, useRefusingMutation, useSession } from '@weixiang/kit';
import { Band, SignInFirst, TextArea, Trouble, useDraft } from '@weixiang/kit/portal';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundOfNoticeQuery } from '../generated/graphql.js';
import { RaiseObjectionDocument, RoundOfNoticeDocument } from './evaluations.documents.js';
import { useWords } from './words.js';
import './evaluations.css';

type Round = NonNullable<NonNullable<RoundOfNoticeQuery['notice']>['round']>;

/** Under a published grade: until when it can be objected to, the form, and what came of one's own objection. */
export default function Objections({ noticeId }: { noticeId: string }) {
  const te = useWords();
  const { isSignedIn } = useSession();
  const { day, isoDay } = useFormat();
  const { data } = useQuery(RoundOfNoticeDocument, { variables: { id: noticeId, isSignedIn }, fetchPolicy: 'cache-and-network' });
  const round = data?.notice?.round;
  if (!round) return null;
  const mine = round.objections?.nodes ?? [];
  const until = round.objectionsUntil;
  const isOpen = round.state === 'PUBLISHED' && until !== null && isoDay(new Date().toISOString()) <= until;
  const isCorrected = round.notices.nodes[0]?.id !== noticeId;
  return (
    <Band title={te('objection.title')}>
      {mine.map((objection) => (
        <Mine key={objection.id} objection={objection} />
      ))}
      {isCorrected ? <p>{te('objection.corrected')}</p> : null}
      {isOpen && !mine.some(({ state }) => state === 'OPEN') ? (
        <>
          <p>{te('objection.until', { day: day(until) })}</p>
          {isSignedIn ? <ObjectionForm roundId={round.id} /> : <SignInFirst>{te('objection.signIn')}</SignInFirst>}
        </>
      ) : (
        <p className="meta">{standing(round)}</p>
      )}
    </Band>
  );

  function standing({ state, openObjectionCount }: Round): string {
    if (state === 'LAPSED') return te('objection.lapsed');
    if (state === 'FINAL') return te('objection.final');
    if (isOpen || (openObjectionCount ?? 0) > 0) return te('objection.waiting');
    return until ? te('objection.over', { day: day(until) }) : '';
  }
}

function Mine({ objection: { state, words, answer } }: { objection: NonNullable<Round['objections']>['nodes'][number] }) {
  const te = useWords();
  return (
    <div className="objected">
      <blockquote>{words}</blockquote>
      <p>{te(`objection.${state === 'OPEN' ? 'open' : state === 'UPHELD' ? 'upheld' : 'rejected'}`)}</p>
      {answer ? (
        <p className="answer">
          <b>{te('objection.answer')}</b> {answer}
        </p>
      ) : null}
    </div>
  );
}

function ObjectionForm({ roundId }: { roundId: string }) {
  const te = useWords();
  const { t: tk } = useTranslation('kit');
  const { draft, edit, forget } = useDraft(`objection.${roundId}`, { words: '' });
  const [isWriting, setWriting] = useState(draft.words !== '');
  const { send, isSending, refusals, problem } = useRefusingMutation(RaiseObjectionDocument, (data) => data.raiseObjection, {
    refetch: ['RoundOfNotice'],
  });
  if (!isWriting) {
    return (
      <button type="button" className="btn is-quiet" onClick={() => setWriting(true)}>
        {te('objection.raise')}
      </button>
    );
  }
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isSending) return;
        void send({ round: roundId, words: draft.words.trim() }).then((done) => done && forget());
      }}
    >
      <TextArea
        label={te('objection.words')}
        help={te('objection.wordsHelp')}
        value={draft.words}
        onChange={(words) => edit({ words })}
        refused={refusals.at('words')}
        maxLength={1000}
        isVoice
        autoFocus
      />
      <Trouble refusals={refusals} problem={problem} fields={['words']} />
      <div className="pair">
        <button type="submit" className="btn" aria-disabled={isSending}>
          {isSending ? tk('portal.form.sending') : te('objection.send')}
        </button>
        <button type="button" className="btn is-quiet" onClick={() => setWriting(false)}>
          {tk('portal.form.cancel')}
        </button>
      </div>
    </form>
  );
}
