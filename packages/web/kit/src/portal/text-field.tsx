import { useEffect, useId, useRef, type InputHTMLAttributes, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './styles/form.css';

export type FieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What the server refused about this field, in words. */
  refused?: string | undefined;
  help?: ReactNode;
  isOptional?: boolean;
};

/** How a field's label, help and refusal belong together for who hears them. */
export function useFieldIds(help: ReactNode, refused: string | undefined) {
  const id = useId();
  const spoken = [help ? `${id}-help` : '', refused ? `${id}-refused` : ''].filter(Boolean).join(' ');
  return {
    id,
    control: { id, 'aria-invalid': refused ? true : undefined, 'aria-describedby': spoken || undefined } as const,
  };
}

/** What a field is called, and whether it may stay empty. */
export function FieldLabel({ id, label, isOptional = false }: { id: string; label: string; isOptional?: boolean | undefined }) {
  const { t } = useTranslation('kit');
  return (
    <label htmlFor={id}>
      {label} {isOptional ? <span className="optional">{t('portal.form.optional')}</span> : null}
    </label>
  );
}

/** What was refused about one field, said as soon as it is known. */
export function Refused({ id, children }: { id: string; children: string | undefined }) {
  return (
    <p className="refused" id={id} role={children ? 'alert' : undefined}>
      {children}
    </p>
  );
}

/** One line of text with its label, its help and what was refused about it. */
export function TextField({
  label,
  value,
  onChange,
  refused,
  help,
  isOptional,
  ...control
}: FieldProps & Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'inputMode' | 'autoComplete' | 'name' | 'maxLength'>) {
  const { id, control: described } = useFieldIds(help, refused);
  return (
    <div className="field-row">
      <FieldLabel id={id} label={label} isOptional={isOptional} />
      {help ? (
        <p className="meta" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
      <input {...control} {...described} className="input" value={value} onChange={({ target }) => onChange(target.value)} />
      <Refused id={`${id}-refused`}>{refused}</Refused>
    </div>
  );
}

/** Several lines of text; `isVoice` sets a resident's own words in Song. `autoFocus` is for a field that a press has just opened. */
export function TextArea({
  label,
  value,
  onChange,
  refused,
  help,
  isOptional,
  isVoice = false,
  autoFocus = false,
  placeholder,
  maxLength,
}: FieldProps & { isVoice?: boolean; autoFocus?: boolean; placeholder?: string; maxLength?: number }) {
  const { id, control: described } = useFieldIds(help, refused);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (autoFocus) area.current?.focus();
  }, [autoFocus]);
  return (
    <div className="field-row">
      <FieldLabel id={id} label={label} isOptional={isOptional} />
      {help ? (
        <p className="meta" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
      <textarea
        {...described}
        ref={area}
        className={isVoice ? 'input is-voice' : 'input'}
        value={value}
        placeholder={placeholder}
        maxLength={maxLength}
        onChange={({ target }) => onChange(target.value)}
      />
      <div className="counted">
        <Refused id={`${id}-refused`}>{refused}</Refused>
        {maxLength ? (
          <span className="meta" aria-hidden="true">
            {value.length}/{maxLength}
          </span>
        ) : null}
      </div>
    </div>
  );
}
