import { tenantSlug } from '@weixiang/kit';
import { useSyncExternalStore } from 'react';

/** The community that a resident calls theirs: it narrows the lists and is where a new wish goes. */
export type Place = { id: string; name: string };

const keptAs = `weixiang.place.${tenantSlug()}`;
const listeners = new Set<() => void>();
let current: Place | undefined = read();

function read(): Place | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keptAs) ?? 'null');
    return isPlace(kept) ? kept : undefined;
  } catch {
    return undefined; // nothing was kept, or storage is forbidden
  }
}

function isPlace(kept: unknown): kept is Place {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'id' in kept &&
    'name' in kept &&
    typeof kept.id === 'string' &&
    typeof kept.name === 'string'
  );
}

function choose(place: Place | undefined): void {
  current = place;
  try {
    if (place) localStorage.setItem(keptAs, JSON.stringify(place));
    else localStorage.removeItem(keptAs);
  } catch {
    // The choice then lasts for this visit alone.
  }
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** The resident's place, and the way to choose another; it belongs to the device, not to the account. */
export function usePlace(): { place: Place | undefined; choose: (place: Place | undefined) => void } {
  return { place: useSyncExternalStore(subscribe, () => current), choose };
}
