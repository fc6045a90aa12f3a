import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from './text-field.js';
import './styles/form.css';

/** One of a few, all seen at once: a radio group that a thumb can hit. */
export function Choices({
  label,
  value,
  options,
  onChange,
  help,
  refused,
  isOptional = false,
  isWords = false,
}: {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  help?: string;
  refused?: string | undefined;
  isOptional?: boolean;
  /** Words of uneven length flow in lines instead of standing in columns. */
  isWords?: boolean;
}) {
  const { t } = useTranslation('kit');
  const id = useId();
  return (
    <fieldset className="field-row" aria-describedby={[help ? `${id}-help` : '', refused ? `${id}-refused` : ''].filter(Boolean).join(' ') || undefined}>
      <legend>
        {label} {isOptional ? <span className="optional">{t('portal.form.optional')}</span> : null}
      </legend>
      {help ? (
        <p className="meta" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
      <div className={isWords ? 'choices is-words' : 'choices'}>
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input type="radio" name={id} value={option.value} checked={value === option.value} onChange={() => onChange(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
      <Refused id={`${id}-refused`}>{refused}</Refused>
    </fieldset>
  );
}
