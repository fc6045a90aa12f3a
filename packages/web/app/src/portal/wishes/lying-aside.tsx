import { useTranslation } from 'react-i18next';

/** Wishes that were begun on this device and left for later, each to be taken up again. */
export function LyingAside<Draft extends { words: string }>({ drafts, takeUp }: { drafts: readonly Draft[]; takeUp: (draft: Draft) => void }) {
  const { t } = useTranslation('core-portal');
  if (drafts.length === 0) return null;
  return (
    <section className="aside" aria-label={t('make.aside')}>
      <h2>{t('make.aside')}</h2>
      <ul>
        {drafts.map((draft, at) => (
          <li key={`${at} ${draft.words}`} className="chosen">
            <span className="clip">{draft.words}</span>
            <button type="button" className="link" aria-label={t('make.takeUpOne', { words: draft.words })} onClick={() => takeUp(draft)}>
              {t('make.takeUp')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
