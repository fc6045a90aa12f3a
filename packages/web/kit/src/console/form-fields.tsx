import { useContext, useId, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusals } from '../graphql/refusals.js';
import { MissingContext } from './missing.js';

type FieldProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** What the server refused; this field shows what speaks of its name. */
  refusals?: Refusals;
  isRequired?: boolean;
};

type Wiring = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true; 'aria-required'?: true };

/**
 * A label, its control, and under it the refusal that speaks of it.
 * @example <FieldRow name="orgUnit" label="单位" refusals={refusals}>{(wiring) => <UnitSelect {...wiring} />}</FieldRow>
 */
export function FieldRow({
  name,
  label,
  hint,
  refusals,
  isRequired,
  children,
}: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const { t } = useTranslation('kit');
  const id = useId();
  const isMissing = useContext(MissingContext).has(name);
  const refused = isMissing ? t('send.required') : refusals?.at(name);
  return (
    <div className="field-row">
      <label htmlFor={id}>
        {label}
        {isRequired && (
          <span className="must" aria-hidden="true">
            *
          </span>
        )}
      </label>
      {children({
        id,
        'aria-describedby': refused || hint ? `${id}-note` : undefined,
        'aria-invalid': refused ? true : undefined,
        'aria-required': isRequired ? true : undefined,
      })}
      {(refused || hint) && (
        <span id={`${id}-note`} className={refused ? 'refused' : 'hint'} role={refused ? 'alert' : undefined}>
          {refused ?? hint}
        </span>
      )}
    </div>
  );
}

type Native<Attributes> = Omit<Attributes, 'name' | 'id' | 'className'>;

/** One line of text, a number or a date. `<TextField name="name" label="名称" refusals={refusals} isRequired />` */
export function TextField({
  name,
  label,
  hint,
  refusals,
  isRequired,
  ...input
}: FieldProps & Native<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <FieldRow {...{ name, label, hint, refusals, isRequired }}>
      {(wiring) => <input className="input" name={name} {...input} {...wiring} />}
    </FieldRow>
  );
}

/** Several lines of text; `isWish` sets a resident's own words in Song. */
export function WordsField({
  name,
  label,
  hint,
  refusals,
  isRequired,
  isWish,
  ...area
}: FieldProps & { isWish?: boolean } & Native<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <FieldRow {...{ name, label, hint, refusals, isRequired }}>
      {(wiring) => <textarea className={isWish ? 'words is-wish' : 'words'} name={name} {...area} {...wiring} />}
    </FieldRow>
  );
}

type ChoiceFieldProps = FieldProps & {
  options: readonly { value: string; label: string }[];
  defaultValue?: string;
  none?: string;
};

/** One of a few, by the device's own list. `<ChoiceField name="mode" label="模式" options={modes} none="未定" />` */
export function ChoiceField({ name, label, hint, refusals, isRequired, options, defaultValue, none }: ChoiceFieldProps) {
  return (
    <FieldRow {...{ name, label, hint, refusals, isRequired }}>
      {(wiring) => (
        <select className="input" name={name} defaultValue={defaultValue} {...wiring}>
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldRow>
  );
}
