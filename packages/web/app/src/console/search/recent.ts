import type { PaletteEntry } from './palette.rules.js';

const kept = 6;
const visits = new Map<string, readonly PaletteEntry[]>();

/**
 * Where this person lately went by the palette, latest first. Kept for this visit and in memory alone: names of people and
 * residents' words are not left behind on a shared computer.
 */
export function recentEntries(personId: string): readonly PaletteEntry[] {
  return visits.get(personId) ?? [];
}

/** Remembers that this person went there. */
export function remember(personId: string, entry: PaletteEntry): void {
  const others = recentEntries(personId).filter(({ to }) => to !== entry.to);
  visits.set(personId, [entry, ...others].slice(0, kept));
}
