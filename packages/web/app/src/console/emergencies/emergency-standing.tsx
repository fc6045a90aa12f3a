import { useFormat, useLabel } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import type { EmergencyRowFragment } from '../generated/graphql.js';

/** How far it is: open until when, or what was found. */
export function EmergencyStanding({ emergency }: { emergency: Pick<EmergencyRowFragment, 'state' | 'stateLabel' | 'isOpen' | 'until'> }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { time } = useFormat();
  const { state, stateLabel, isOpen, until } = emergency;
  if (isOpen) return <b>{t('emergency.openUntil', { time: time(until) })}</b>;
  // The minute is over; what writes it down may be a moment behind.
  if (state === 'OPEN') return t('emergency.states.ENDED');
  return <span className={state === 'UNJUSTIFIED' ? 'is-late-text' : undefined}>{label(stateLabel)}</span>;
}
