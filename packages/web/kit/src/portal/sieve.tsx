import { Icon } from '../marks/icon.js';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import './styles/form.css';

const patience = 300;

/** Words to search and a state to keep, both written into the address so that they can be shared and gone back to. */
export function Sieve({ label, states }: { label: string; states: readonly { value: string; label: string }[] }) {
  const { t } = useTranslation('kit');
  const [query, setQuery] = useSearchParams();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();
  const state = query.get('state') ?? '';

  function keep(name: string, value: string): void {
    setQuery(
      (now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  }

  return (
    <form
      className="sieve"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        clearTimeout(timer.current);
        keep('q', String(new FormData(event.currentTarget).get('q') ?? '').trim());
      }}
    >
      <div className="searching">
        <label className="sr-only" htmlFor={id}>
          {label}
        </label>
        <Icon name="search" />
        <input
          id={id}
          className="input"
          type="search"
          name="q"
          placeholder={label}
          enterKeyHint="search"
          defaultValue={query.get('q') ?? ''}
          onChange={({ target }) => {
            clearTimeout(timer.current);
            timer.current = setTimeout(() => keep('q', target.value.trim()), patience);
          }}
        />
      </div>
      <fieldset className="pills">
        <legend className="sr-only">{t('portal.list.byState')}</legend>
        {[{ value: '', label: t('portal.list.allStates') }, ...states].map((each) => (
          <label key={each.value} className="choice">
            <input type="radio" name="state" value={each.value} checked={state === each.value} onChange={() => keep('state', each.value)} />
            {each.label}
          </label>
        ))}
      </fieldset>
    </form>
  );
}
