import { useEffect, useState } from 'react';
import { asideOf, forgetDraft, keepAside, keepDraft, keptDraft } from './drafts.js';

/**
 * What is being written, kept on the device until it was sent: a lost network, a closed page or a sign-in loses no word.
 * Until something was written there is nothing to keep. `const { draft, edit, forget } = useDraft('wish', blank)`
 *
 * A draft can be put aside for another one. `forget` is for what was sent; then the oldest that lies aside is next.
 */
export function useDraft<Draft extends Record<string, string>>(form: string, blank: Draft) {
  const [first] = useState(blank);
  const [draft, setDraft] = useState<Draft>(() => ({ ...first, ...keptDraft(form, first) }));
  const [aside, setAside] = useState(() => asideOf(form, first));
  const isBlank = Object.keys(first).every((name) => draft[name] === first[name]);
  useEffect(() => keepDraft(form, isBlank ? undefined : draft), [draft, form, isBlank]);
  useEffect(() => keepAside(form, aside), [aside, form]);

  return {
    draft,
    edit: (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change })),
    forget: () => forgetDraft(form),
    /** What lies aside, oldest first. */
    aside,
    /** Lays the draft aside and begins another. */
    putAside: () => {
      setAside([...aside, draft]);
      setDraft(first);
    },
    /** Takes one up again; what was being written meanwhile is laid aside. */
    takeUp: (one: Draft) => {
      setAside([...aside.filter((each) => each !== one), ...(isBlank ? [] : [draft])]);
      setDraft(one);
    },
  };
}
