import { useRefusingMutation } from '@weixiang/kit';
import { RefusingForm, WordsField } from '@weixiang/kit/console';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectionRowFragment } from '../generated/graphql.js';
import { AnswerObjectionDocument } from './evaluations.documents.js';
import type { FullRound } from './full-round.js';

/** Rejected with the reason, or upheld: then the ratings chosen here no longer count and a correction is published. */
export function AnswerObjectionForm({ objection, round, onDone }: { objection: ObjectionRowFragment; round: FullRound; onDone: () => void }) {
  const { t } = useTranslation();
  const name = useId();
  const [isUpheld, setUpheld] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const answer = useRefusingMutation(AnswerObjectionDocument, (data) => data.answerObjection, { refetch: ['Evaluation', 'WaitingOnEvaluation'] });
  const ratings = round.ratings.edges.map(({ node }) => node).filter(({ isExcluded }) => !isExcluded);
  const refusedRatings = answer.refusals.at('excludedRatings');

  function choose(id: string): void {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  return (
    <RefusingForm
      label={t('evaluation.answer')}
      submit={t(isUpheld ? 'evaluation.uphold' : 'evaluation.reject')}
      fields={['words', 'excludedRatings']}
      outcome={answer}
      onSubmit={async ({ text }) => {
        const excludedRatings = isUpheld ? [...chosen] : [];
        if (await answer.send({ id: objection.id, version: objection.version, isUpheld, words: text('words') ?? '', excludedRatings })) onDone();
      }}
    >
      <blockquote className="voice">{objection.words}</blockquote>
      <fieldset className="either">
        <legend>{t('evaluation.verdict')}</legend>
        <label>
          <input type="radio" name={name} checked={!isUpheld} onChange={() => setUpheld(false)} /> {t('evaluation.rejected')}
        </label>
        <label>
          <input type="radio" name={name} checked={isUpheld} onChange={() => setUpheld(true)} /> {t('evaluation.upheld')}
        </label>
      </fieldset>
      {isUpheld && (
        <fieldset className="either" aria-invalid={refusedRatings ? true : undefined}>
          <legend>{t('evaluation.exclude', { count: chosen.size })}</legend>
          <ul className="pickable">
            {ratings.map((rating) => (
              <li key={rating.id}>
                <label>
                  <input type="checkbox" checked={chosen.has(rating.id)} onChange={() => choose(rating.id)} />{' '}
                  {rating.grade ? t(`kit:grade.${rating.grade}`) : '—'} <span className="minor">{t(`evaluation.parties.${rating.party}`)}</span>{' '}
                  <span className="voice">{rating.words}</span>
                </label>
              </li>
            ))}
          </ul>
          {refusedRatings && (
            <span className="refused" role="alert">
              {refusedRatings}
            </span>
          )}
        </fieldset>
      )}
      <WordsField
        name="words"
        label={t('evaluation.answerWords')}
        hint={t(isUpheld ? 'evaluation.wordsPublished' : 'evaluation.wordsToObjector')}
        refusals={answer.refusals}
        isRequired
      />
    </RefusingForm>
  );
}
