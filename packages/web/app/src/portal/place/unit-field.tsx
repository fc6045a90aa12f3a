import { Refused } from '@weixiang/kit/portal';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from './place.js';
import { UnitSearch } from './unit-search.js';

type UnitFieldProps = {
  label: string;
  help: string;
  /** The unit that is chosen, if one is. */
  unit: Place | undefined;
  refused?: string | undefined;
  onChoose: (unit: Place | undefined) => void;
};

/** The unit of a form: the one that is chosen with the way to another, or the search. The focus goes along. */
export function UnitField({ label, help, unit, refused, onChoose }: UnitFieldProps) {
  const { t: tk } = useTranslation('kit');
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const hasChosen = useRef(false);
  useEffect(() => {
    if (hasChosen.current) box.current?.querySelector<HTMLElement>('input, button')?.focus();
    hasChosen.current = false;
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the unit is not read here; that it changed is why the focus moves
  }, [unit?.id]);
  const choose = (chosen: Place | undefined) => {
    hasChosen.current = true;
    onChoose(chosen);
  };
  return (
    <div ref={box}>
      {unit ? (
        <div className="field-row" role="group" aria-label={label} aria-describedby={`${id}-refused`}>
          <b>{label}</b>
          <div className="chosen">
            {unit.name}
            <button type="button" className="link" onClick={() => choose(undefined)}>
              {tk('portal.form.change')}
            </button>
          </div>
          <Refused id={`${id}-refused`}>{refused}</Refused>
        </div>
      ) : (
        <UnitSearch label={label} help={help} refused={refused} onChoose={choose} />
      )}
    </div>
  );
}
