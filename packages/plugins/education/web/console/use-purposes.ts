import { useLabel } from '@weixiang/kit';
import { purposes } from '../../shared/purposes.js';

/** What for learners may be looked at: what is written down, and how it is called here. */
export function usePurposes(): { value: string; label: string }[] {
  const label = useLabel();
  return [purposes.check, purposes.contact, purposes.class].map((purpose) => ({ value: purpose.zh, label: label(purpose) }));
}
