import { useFormat } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import type { RoundState } from '../generated/graphql.js';

export const roundStates = ['OPEN', 'PUBLISHED', 'FINAL', 'LAPSED'] as const satisfies readonly RoundState[];

/** One tab for each way a round can stand, with its count; none pressed is everything. */
export function RoundTabs({
  value,
  counts,
  onPick,
}: {
  value: RoundState | undefined;
  counts: ReadonlyMap<string, number>;
  onPick: (value: RoundState | '') => void;
}) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (
    <div className="tabs" role="group" aria-label={t('evaluation.standing')}>
      <button type="button" aria-pressed={value === undefined} onClick={() => onPick('')}>
        {t('inbox.all')} {number(total)}
      </button>
      {roundStates.map((state) => (
        <button key={state} type="button" aria-pressed={value === state} onClick={() => onPick(state)}>
          {t(`round.states.${state}`)} {number(counts.get(state) ?? 0)}
        </button>
      ))}
    </div>
  );
}
