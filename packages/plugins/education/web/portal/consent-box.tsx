import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import '@weixiang/kit/portal/form.css';
import './portal.css';

const held = ['learner', 'guardian', 'attendance'] as const;

/** The guardian's agreement: apart from everything else, saying what is held, what for, until when, and how to take it back. */
export function ConsentBox({
  words,
  isAgreed,
  onChange,
  refused,
}: {
  words: string;
  isAgreed: boolean;
  onChange: (isAgreed: boolean) => void;
  refused: string | undefined;
}) {
  const { t } = useTranslation('education');
  const id = useId();
  return (
    <section className="field-row consent" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('consent.title')}</h3>
      <p>{t('consent.why')}</p>
      <ul className="ways" id={`${id}-held`}>
        {held.map((each) => (
          <li key={each}>
            <b>{t(`consent.held.${each}.what`)}</b>
            {t(`consent.held.${each}.why`)}
          </li>
        ))}
      </ul>
      <p className="meta">{t('consent.back')}</p>
      <label className="agree">
        <input
          type="checkbox"
          checked={isAgreed}
          aria-describedby={refused ? `${id}-held ${id}-refused` : `${id}-held`}
          aria-invalid={refused ? true : undefined}
          onChange={({ target }) => onChange(target.checked)}
        />
        <span>{words}</span>
      </label>
      {refused ? (
        <p className="refused" id={`${id}-refused`} role="alert">
          {refused}
        </p>
      ) : null}
    </section>
  );
}
