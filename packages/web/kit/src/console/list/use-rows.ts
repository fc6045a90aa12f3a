import { useRef, useState } from 'react';

/**
 * Which row has the ring, which rows are ticked; both survive a new order of the rows, and forget rows that are gone. What of
 * the row is named by `focus` gets the focus with the ring, so that who does not see the ring hears it.
 */
export function useRows(ids: readonly string[], { focus }: { focus?: 'a.row' | 'input.tick' } = {}) {
  const [current, setCurrent] = useState<string>();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const lastAt = useRef<number>(undefined);
  const selected = ids.filter((id) => ticked.has(id));
  const here = current !== undefined && ids.includes(current) ? current : undefined;

  const go = (id: string | undefined) => {
    setCurrent(id);
    if (id) lastAt.current = ids.indexOf(id);
    const row = id ? document.querySelector(`[data-row="${CSS.escape(id)}"]`) : null;
    if (focus) row?.querySelector<HTMLElement>(focus)?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  };
  const step = (by: 1 | -1) => {
    // An answered wish may leave the list; the ring goes on from where it stood.
    const at = here ? ids.indexOf(here) + by : (lastAt.current ?? (by > 0 ? 0 : ids.length - 1));
    const next = ids[Math.min(Math.max(at, 0), ids.length - 1)];
    if (next) go(next);
  };
  const toggle = (id: string) =>
    setTicked((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return {
    current: here,
    selected,
    go,
    next: () => step(1),
    previous: () => step(-1),
    toggle,
    tickAll: () => setTicked(selected.length === ids.length ? new Set() : new Set(ids)),
    clear: () => setTicked(new Set()),
  };
}
