import { pinyinInitials } from './pinyin-initials.js';

/** A line of the palette that leads somewhere inside the console. */
export type PaletteEntry = { key: string; to: string; name: string; beside: string };

/**
 * The entries that words or the initials of their pinyin find; those whose names begin so come first.
 * @example found([inbox, report], 'xysj') // [inbox]
 */
export function found(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const sought = typed.trim().toLowerCase();
  const ranked = entries.map((entry) => ({ entry, rank: rankOf(entry.name, sought) })).filter(({ rank }) => rank > 0);
  return ranked.toSorted((a, b) => b.rank - a.rank).map(({ entry }) => entry);
}

function rankOf(name: string, sought: string): number {
  const plain = name.toLowerCase();
  if (plain.startsWith(sought)) return 4;
  if (plain.includes(sought)) return 3;
  const initials = pinyinInitials(name);
  if (initials.startsWith(sought)) return 2;
  return initials.includes(sought) ? 1 : 0;
}

/** The place that an arrow key leads to; the end follows the beginning. `stepped(0, -1, 5) // 4` */
export function stepped(at: number, by: number, length: number): number {
  return length === 0 ? 0 : (at + by + length) % length;
}
