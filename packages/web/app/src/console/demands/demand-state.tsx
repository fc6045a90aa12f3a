import { useTranslation } from 'react-i18next';
import type { DemandState } from '../generated/graphql.js';

const tones: Record<DemandState, string> = {
  OPEN: 'is-wait',
  LISTED: 'is-doing',
  IN_PROJECT: 'is-doing',
  MET: 'is-done',
  CLOSED: '',
};
export const demandStates = ['OPEN', 'LISTED', 'IN_PROJECT', 'MET', 'CLOSED'] as const;

/** A demand's state as a word on its ground. */
export function DemandStateChip({ state }: { state: DemandState }) {
  const { t } = useTranslation();
  return <span className={`chip ${tones[state]}`}>{t(`demandState.${state}`)}</span>;
}
