import { useEffect, useRef } from 'react';

const listeners = new Set<() => void>();

/** Says that units were added, moved, renamed or closed: what shows the tree fetches its open levels again. */
export function treeChanged(): void {
  for (const listener of listeners) listener();
}

/** Calls back whenever the tree has changed. `useTreeChanges(() => void renew())` */
export function useTreeChanges(listener: () => void): void {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    const call = () => latest.current();
    listeners.add(call);
    return () => void listeners.delete(call);
  }, []);
}
