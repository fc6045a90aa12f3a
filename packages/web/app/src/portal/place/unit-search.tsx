import { useQuery } from '@apollo/client/react';
import { ErrorState, useLabel } from '@weixiang/kit';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitSearchQuery } from '../generated/graphql.js';
import type { Place } from './place.js';
import { UnitSearchDocument } from './unit-search.documents.js';
import '@weixiang/kit/portal/form.css';

type Unit = UnitSearchQuery['orgUnits']['nodes'][number];

/** Finds a community or grid by its name; arrow keys walk through what was found, Enter takes it. */
export function UnitSearch({
  label,
  help,
  refused,
  onChoose,
}: {
  label: string;
  help?: string;
  refused?: string | undefined;
  onChoose: (place: Place) => void;
}) {
  const { t } = useTranslation('core-portal');
  const labelOf = useLabel();
  const id = useId();
  const [words, setWords] = useState('');
  const [active, setActive] = useState(-1);
  const search = useSettled(words.trim());
  const { data, previousData, error, refetch } = useQuery(UnitSearchDocument, { variables: { search: search || null } });
  const found = (data ?? previousData)?.orgUnits;
  const units = found?.nodes ?? [];
  const choose = (unit: Unit) => onChoose({ id: unit.id, name: unit.name });

  function walk(key: string): boolean {
    const chosen = units[active];
    if (key === 'ArrowDown') setActive((now) => Math.min(now + 1, units.length - 1));
    else if (key === 'ArrowUp') setActive((now) => Math.max(now - 1, -1));
    else if (key === 'Escape') setActive(-1);
    else if (key === 'Enter' && chosen) choose(chosen);
    else return key === 'Enter';
    return true;
  }

  return (
    <div className="field-row">
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
        aria-expanded={units.length > 0}
        aria-controls={`${id}-options`}
        aria-activedescendant={units[active] ? `${id}-${active}` : undefined}
        aria-describedby={[help ? `${id}-help` : '', refused ? `${id}-refused` : '', `${id}-count`].filter(Boolean).join(' ')}
        aria-invalid={refused ? true : undefined}
        onChange={({ target }) => {
          setWords(target.value);
          setActive(-1);
        }}
        onKeyDown={(event) => {
          if (walk(event.key)) event.preventDefault();
        }}
      />
      {refused ? (
        <p className="refused" id={`${id}-refused`} role="alert">
          {refused}
        </p>
      ) : null}
      <p className="meta" id={`${id}-count`} role="status">
        {found ? (found.totalCount === 0 ? t('place.none') : t('place.found', { count: found.totalCount, shown: units.length })) : null}
      </p>
      {error && !found ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      <ul className="options" id={`${id}-options`} role="listbox" aria-label={label} hidden={units.length === 0}>
        {units.map((unit, index) => (
          <li
            key={unit.id}
            id={`${id}-${index}`}
            className="option"
            role="option"
            aria-selected={index === active}
            onClick={() => choose(unit)}
            // The input keeps the focus, so that the keys still walk.
            onMouseDown={(event) => event.preventDefault()}
          >
            {unit.name}
            <span className="meta">{[unit.parent?.name, labelOf(unit.kind.label)].filter(Boolean).join('·')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The words once the typing rests. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), 250);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
