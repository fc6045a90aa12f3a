import { Empty } from '@weixiang/kit';
import { Section } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FullRound } from './full-round.js';

/** Everybody's words with their ratings, without who gave them; in the order of nothing. */
export function RatingList({ round }: { round: FullRound }) {
  const { t } = useTranslation();
  const [areAllShown, setAllShown] = useState(false);
  if (round.openedAt === null) return null;
  const ratings = round.ratings.edges.map(({ node }) => node);
  const shown = areAllShown ? ratings : ratings.filter(({ words, isExcluded }) => words !== null || isExcluded);
  if (round.state === 'OPEN') {
    return (
      <Section title={t('evaluation.ratings')}>
        <p className="meta">{t('evaluation.notYet')}</p>
      </Section>
    );
  }
  return (
    <Section
      title={t('evaluation.ratings')}
      note={
        shown.length < ratings.length || areAllShown ? (
          <button type="button" className="link" onClick={() => setAllShown(!areAllShown)}>
            {areAllShown ? t('evaluation.onlyWords') : t('evaluation.showAll', { count: ratings.length })}
          </button>
        ) : (
          t('evaluation.withoutNames')
        )
      }
    >
      {shown.length === 0 ? (
        <Empty>{t(ratings.length === 0 ? 'evaluation.nobodyRated' : 'evaluation.noWords')}</Empty>
      ) : (
        <ul className="ratings">
          {shown.map((rating) => (
            <li key={rating.id} className={rating.isExcluded ? 'is-out' : undefined}>
              <span className={rating.grade === 'FAIL' ? 'is-late-text' : undefined}>{rating.grade ? t(`kit:grade.${rating.grade}`) : '—'}</span>
              <span className="minor">{t(`evaluation.parties.${rating.party}`)}</span>
              <blockquote className="voice">{rating.words}</blockquote>
              {rating.isExcluded && <span className="minor">{t('evaluation.excluded')}</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
