import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import type { Editing } from './use-editing.js';

type EditConflictProps = {
  editing: Editing;
  /** What the fields are called. */
  labels: Readonly<Record<string, string>>;
  /** How values read that are no words of their own: ids of what was chosen, dates. */
  words?: (name: string, value: string) => string;
};

/** Both edits side by side: who was first and when, what it was, what they wrote, what was typed here; one choice a field. */
export function EditConflict({ editing, labels, words = (_, value) => value }: EditConflictProps) {
  const { t } = useTranslation('kit');
  const { day, time } = useFormat();
  const { conflict } = editing;
  if (!conflict) return null;
  const { who, at } = conflict.meanwhile;
  return (
    <div className="changed conflict" role="alert">
      <p>
        <b>{who ? t('conflict.by', { who }) : t('conflict.somebody')}</b> {at && `${day(at)} ${time(at)}`}
      </p>
      {conflict.fields.length === 0 ? (
        <p>{t('conflict.elsewhere')}</p>
      ) : (
        conflict.fields.map(({ name, was, theirs, mine }) => (
          <fieldset key={name}>
            <legend>
              {labels[name] ?? name}
              <span className="meta">{t('conflict.was', { value: words(name, was) || '—' })}</span>
            </legend>
            {(
              [
                ['theirs', theirs],
                ['mine', mine],
              ] as const
            ).map(([side, value]) => (
              <label key={side}>
                <input
                  type="radio"
                  name={`conflict-${name}`}
                  checked={conflict.chosen[name] === side}
                  onChange={() => editing.choose(name, side)}
                />
                <span className="meta">{t(`conflict.${side}`)}</span> {words(name, value) || '—'}
              </label>
            ))}
          </fieldset>
        ))
      )}
      <p className="meta">{t('conflict.again')}</p>
    </div>
  );
}
