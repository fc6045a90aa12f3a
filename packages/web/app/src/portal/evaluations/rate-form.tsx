import { Icon, useFormat, useRefusingMutation } from '@weixiang/kit';
import { TextArea, Trouble, useDraft, useFirstRefused } from '@weixiang/kit/portal';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grade, OpenRoundFragment } from '../generated/graphql.js';
import { RateProjectDocument } from './evaluations.documents.js';
import { lastDay } from './last-day.rules.js';
import { useWords } from './words.js';
import './evaluations.css';

const grades = ['EXCELLENT', 'GOOD', 'PASS', 'FAIL'] as const satisfies readonly Grade[];

/** Four grades, each a whole line for a thumb, and the voter's own words. What is typed stays on the device until it was sent. */
export function RateForm({ round }: { round: OpenRoundFragment }) {
  const te = useWords();
  const { t: tk } = useTranslation('kit');
  const { day } = useFormat();
  const name = useId();
  const { ballot, closesAt } = round;
  const { draft, edit, forget } = useDraft(`rating.${round.id}`, { grade: ballot.grade ?? '', words: ballot.words ?? '' });
  const [isSaved, setSaved] = useState(false);
  const [isUnchosen, setUnchosen] = useState(false);
  const { send, isSending, refusals, problem } = useRefusingMutation(RateProjectDocument, (data) => data.rateProject, {
    refetch: ['RoundsToRate'],
  });
  const form = useFirstRefused(refusals);
  const grade = grades.find((each) => each === draft.grade);
  const refused = refusals.at('grade') ?? (isUnchosen && !grade ? te('rate.choose') : undefined);

  async function rate(): Promise<void> {
    if (isSending) return;
    setUnchosen(!grade);
    if (!grade) return form.current?.querySelector('input')?.focus();
    if (!(await send({ round: round.id, party: 'RESIDENT', grade, words: draft.words.trim() || undefined }))) return;
    forget();
    setSaved(true);
  }

  return (
    <form
      ref={form}
      className="form judging-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void rate();
      }}
    >
      <fieldset className="field-row" aria-describedby={refused ? `${name}-refused` : undefined}>
        <legend>{te('rate.question')}</legend>
        <div className="grades">
          {grades.map((each) => (
            <label key={each} className="choice">
              <input
                type="radio"
                name={name}
                checked={grade === each}
                onChange={() => {
                  setSaved(false);
                  edit({ grade: each });
                }}
              />
              {te(`grades.${each}`)}
            </label>
          ))}
        </div>
        <p className="refused" id={`${name}-refused`} role={refused ? 'alert' : undefined}>
          {refused}
        </p>
      </fieldset>
      <TextArea
        label={te('rate.words')}
        help={te('rate.wordsHelp')}
        placeholder={te('rate.wordsExample')}
        value={draft.words}
        onChange={(words) => {
          setSaved(false);
          edit({ words });
        }}
        refused={refusals.at('words')}
        maxLength={500}
        isOptional
        isVoice
      />
      <Trouble refusals={refusals} problem={problem} fields={['grade', 'words']} />
      <div className="field-row">
        <button type="submit" className="btn" aria-disabled={isSending}>
          <Icon name="done" />
          {isSending ? tk('portal.form.sending') : ballot.grade ? te('rate.change') : te('rate.send')}
        </button>
        <p className="meta" role="status">
          {isSaved && ballot.grade
            ? `${te('rate.given', { grade: tk(`grade.${ballot.grade}`) })}。${closesAt ? te('rate.saved', { day: day(lastDay(closesAt)) }) : ''}`
            : te('rate.secret')}
        </p>
      </div>
    </form>
  );
}
