import type { Refusals } from '../graphql/refusals.js';
import { useEffect, useRef, type RefObject } from 'react';

/** After a refusal the reader stands at the first field it speaks of. */
export function useFirstRefused(refusals: Refusals): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusals.all.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')?.focus();
  }, [refusals]);
  return form;
}
