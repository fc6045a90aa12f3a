import { useTranslation } from 'react-i18next';
import { Phase } from './phase.js';
import { phaseOf, type WishStateName } from './phase.rules.js';

/** Mark and word of a wish's state, never one without the other. */
export function WishStateMark({ state, isLate = false }: { state: WishStateName; isLate?: boolean }) {
  const { t } = useTranslation('kit');
  const { tone } = phaseOf(state);
  return (
    <span className={tone === 'doing' ? 'state' : `state is-${tone}`}>
      <Phase state={state} isLate={isLate} />
      {t(`wishState.${state}`)}
    </span>
  );
}
