import { useTranslation } from 'react-i18next';
import type { PartnerState } from '../generated/graphql.js';

export const partnerStates = ['ADMITTED', 'REMOVED'] as const;

/** Whether a partner is admitted or was removed. */
export function PartnerStateChip({ state }: { state: PartnerState }) {
  const { t } = useTranslation();
  return <span className={state === 'ADMITTED' ? 'chip is-done' : 'chip is-late'}>{t(`partnerState.${state}`)}</span>;
}
