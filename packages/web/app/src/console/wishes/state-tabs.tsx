import { Phase, wishStates, useFormat } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import { listed } from './inbox.rules.js';

type StateTabsProps = { value: string; counts: ReadonlyMap<string, number>; onPick: (value: string) => void };

/** One tab a state with its count; several can be pressed. All of them unpressed is everything. */
export function StateTabs({ value, counts, onPick }: StateTabsProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const chosen = listed(value, wishStates) ?? [];
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (
    <div className="tabs" role="group" aria-label={t('wish.state')}>
      <button type="button" aria-pressed={chosen.length === 0} onClick={() => onPick('all')}>
        {t('inbox.all')} {number(total)}
      </button>
      {wishStates
        .filter((state) => chosen.includes(state) || (counts.get(state) ?? 0) > 0 || state === 'SUBMITTED')
        .map((state) => {
          const isOn = chosen.includes(state);
          const next = wishStates.filter((each) => (each === state ? !isOn : chosen.includes(each)));
          return (
            <button key={state} type="button" aria-pressed={isOn} onClick={() => onPick(next.join(',') || 'all')}>
              <Phase state={state} />
              {t(`kit:wishState.${state}`)} {number(counts.get(state) ?? 0)}
            </button>
          );
        })}
    </div>
  );
}
