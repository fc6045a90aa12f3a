import { useRefusingMutation } from '@weixiang/kit';
import { ChoiceField, RefusingForm, Section, WordsField } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grade, RatingParty } from '../generated/graphql.js';
import { RateDocument } from './evaluations.documents.js';
import type { FullRound } from './full-round.js';

const grades = ['EXCELLENT', 'GOOD', 'PASS', 'FAIL'] as const satisfies readonly Grade[];

/** The rating of an expert or another party, while the round is open; why not, when one may not. */
export function BallotForm({ round }: { round: FullRound }) {
  const { t } = useTranslation();
  const [isSaved, setSaved] = useState(false);
  const rate = useRefusingMutation(RateDocument, (data) => data.rateProject);
  const { ballot } = round;
  const parties = ballot.parties.filter((party) => party !== 'RESIDENT');
  if (parties.length === 0) {
    return (
      <Section title={t('evaluation.yourRating')}>
        <p className="meta">{ballot.parties.length > 0 ? t('evaluation.rateInPortal') : ballot.reason}</p>
      </Section>
    );
  }
  return (
    <Section title={t('evaluation.yourRating')} note={t('evaluation.secret')}>
      <RefusingForm
        label={t('evaluation.yourRating')}
        submit={t(ballot.grade ? 'evaluation.changeRating' : 'evaluation.giveRating')}
        cancel={
          <span role="status" className="meta">
            {isSaved && ballot.grade && t('evaluation.rated', { grade: t(`kit:grade.${ballot.grade}`) })}
          </span>
        }
        fields={['party', 'grade', 'words']}
        outcome={rate}
        onSubmit={async ({ text }) => {
          const grade = grades.find((each) => each === text('grade'));
          const party = parties.find((each: RatingParty) => each === text('party')) ?? parties[0];
          setSaved(false);
          if (!grade || !party) return;
          setSaved((await rate.send({ round: round.id, party, grade, words: text('words') })) !== undefined);
        }}
      >
        <div className="pair">
          <ChoiceField
            name="party"
            label={t('evaluation.as')}
            options={parties.map((party) => ({ value: party, label: t(`evaluation.parties.${party}`) }))}
            defaultValue={ballot.party ?? parties[0]}
            refusals={rate.refusals}
          />
          <ChoiceField
            name="grade"
            label={t('round.grade')}
            options={grades.map((grade) => ({ value: grade, label: t(`kit:grade.${grade}`) }))}
            none={t('evaluation.choose')}
            defaultValue={ballot.grade ?? ''}
            refusals={rate.refusals}
            isRequired
          />
        </div>
        <WordsField name="words" label={t('evaluation.words')} defaultValue={ballot.words ?? ''} maxLength={500} refusals={rate.refusals} isWish />
      </RefusingForm>
    </Section>
  );
}
