import { tenantSlug } from '../session/tenant-slug.js';
import { useEffect, useRef, useState } from 'react';

const keptAs = (form: string) => `weixiang.draft.${tenantSlug()}.${form}`;

/** Under which name the key of a form’s last attempt is kept beside its draft; it goes where the draft goes. */
export const attemptOf = (form: string) => `${keptAs(form)}.attempt`;

/**
 * What is being written, kept on the device until it was sent: a lost network, a closed page or a sign-in loses no word.
 * `const [draft, edit, forget] = useDraft('wish', blank)`
 */
export function useDraft<Draft extends Record<string, unknown>>(form: string, blank: Draft) {
  const [draft, setDraft] = useState<Draft>(() => ({ ...blank, ...draftKept(form, blank) }));
  useEffect(() => {
    try {
      if (Object.values(draft).some(Boolean)) localStorage.setItem(keptAs(form), JSON.stringify(draft));
      else localStorage.removeItem(keptAs(form));
    } catch {
      // Without storage the draft lives as long as the page.
    }
  }, [draft, form]);
  const edit = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }));
  return [draft, edit, () => forgetDraft(form)] as const;
}

/** Only what the form still asks for comes back. */
function draftKept<Draft extends Record<string, unknown>>(form: string, blank: Draft): Partial<Draft> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keptAs(form)) ?? '{}');
    const entries = Object.entries(kept ?? {}).filter(([name, value]) => name in blank && typeof value === typeof blank[name]);
    return Object.fromEntries(entries) as Partial<Draft>; // names and types were just compared with the blank's
  } catch {
    return {};
  }
}

/** Does it again as soon as there is a network, while something waits to be sent. */
export function useBackOnline(isWaiting: boolean, again: () => void): void {
  const latest = useRef(again);
  useEffect(() => {
    latest.current = again;
  });
  useEffect(() => {
    if (!isWaiting) return;
    const send = () => latest.current();
    window.addEventListener('online', send);
    return () => window.removeEventListener('online', send);
  }, [isWaiting]);
}

/** Removes a draft from the device, once sent. */
function forgetDraft(form: string): void {
  try {
    localStorage.removeItem(keptAs(form));
  } catch {
    // There was nothing to remove.
  }
}

/** Removes every draft from the device: somebody signed out, perhaps on a neighbour's phone. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(keptAs(''))) localStorage.removeItem(key);
  } catch {
    // There was nothing to remove.
  }
}
