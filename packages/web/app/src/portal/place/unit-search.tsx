import { dotted, ErrorState, useLabel } from '@weixiang/kit';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from './place.js';
import { useUnitSearch } from './use-unit-search.js';
import '@weixiang/kit/portal/form.css';

/**
 * Finds a community or grid by its name; arrow keys walk through what was found, Enter takes it. What was found lies over
 * what stands below, so that nothing moves; `isStanding` is for a page that is about nothing else.
 */
export function UnitSearch({
  label,
  help,
  refused,
  isStanding = false,
  onChoose,
}: {
  label: string;
  help?: string;
  refused?: string | undefined;
  isStanding?: boolean;
  onChoose: (place: Place) => void;
}) {
  const { t } = useTranslation('core-portal');
  const labelOf = useLabel();
  const id = useId();
  const [words, setWords] = useState('');
  const [active, setActive] = useState(-1);
  const [isHere, setHere] = useState(false);
  const isOpen = isStanding || isHere;
  const { units, total, error, refetch } = useUnitSearch(words, isOpen);
  const found = total === undefined ? null : total === 0 ? t('place.none') : t('place.found', { count: total, shown: units.length });
  const choose = ({ id: unit, name }: Place) => onChoose({ id: unit, name });

  function walk(key: string): boolean {
    const chosen = units[active];
    setHere(key !== 'Escape');
    if (key === 'ArrowDown') setActive((now) => Math.min(now + 1, units.length - 1));
    else if (key === 'ArrowUp') setActive((now) => Math.max(now - 1, -1));
    else if (key === 'Escape') setActive(-1);
    else if (key === 'Enter' && chosen) choose(chosen);
    else return key === 'Enter';
    return true;
  }

  return (
    <div className="field-row finding">
      <label htmlFor={id}>{label}</label>
      {help ? (
        <p className="meta" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
      <input
        id={id}
        className="input"
        type="search"
        role="combobox"
        autoComplete="off"
        placeholder={t('place.search')}
        value={words}
        aria-expanded={isOpen && units.length > 0}
        aria-controls={`${id}-options`}
        aria-activedescendant={units[active] ? `${id}-${active}` : undefined}
        aria-describedby={[help ? `${id}-help` : '', refused ? `${id}-refused` : '', `${id}-count`].filter(Boolean).join(' ')}
        aria-invalid={refused ? true : undefined}
        onChange={({ target }) => {
          setWords(target.value);
          setActive(-1);
          setHere(true);
        }}
        onFocus={() => setHere(true)}
        onBlur={() => setHere(false)}
        onKeyDown={(event) => {
          if (walk(event.key)) event.preventDefault();
        }}
      />
      {refused ? (
        <p className="refused" id={`${id}-refused`} role="alert">
          {refused}
        </p>
      ) : null}
      <p className="sr-only" id={`${id}-count`} role="status">
        {isOpen ? found : null}
      </p>
      {/* The input keeps the focus, so that the keys still walk and what was found stays open. */}
      <div className={isStanding ? undefined : 'found'} hidden={!isOpen} onMouseDown={(event) => event.preventDefault()}>
        <p className="meta" aria-hidden="true">
          {found ?? t('place.finding')}
        </p>
        {error && total === undefined ? <ErrorState error={error} retry={refetch} /> : null}
        <ul className="options" id={`${id}-options`} role="listbox" aria-label={label} hidden={units.length === 0}>
          {units.map((unit, index) => (
            <li key={unit.id} id={`${id}-${index}`} className="option" role="option" aria-selected={index === active} onClick={() => choose(unit)}>
              {unit.name}
              <span className="meta">{dotted(unit.parent?.name, unit.kind ? labelOf(unit.kind.label) : undefined)}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
