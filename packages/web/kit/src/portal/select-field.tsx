import { FieldLabel, Refused, useFieldIds, type FieldProps } from './text-field.js';
import './styles/form.css';

/** One of many, by the device's own list: as high before its choices have come as after. `none` is the choice of nothing. */
export function SelectField({
  label,
  value,
  options,
  none,
  onChange,
  refused,
  help,
  isOptional,
}: FieldProps & { options: readonly { value: string; label: string }[]; none: string }) {
  const { id, control } = useFieldIds(help, refused);
  return (
    <div className="field-row">
      <FieldLabel id={id} label={label} isOptional={isOptional} />
      {help ? (
        <p className="meta" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
      <select {...control} className="input" value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Refused id={`${id}-refused`}>{refused}</Refused>
    </div>
  );
}
