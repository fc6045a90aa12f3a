import type { UnitBranchFragment } from '../generated/graphql.js';

/** What is known of the units below one: those fetched so far, and where the next page begins. */
export type Branch = { units: readonly UnitBranchFragment[]; next: string | null };

/** A line of the tree as it stands: a unit, or what fetches the next ones. */
export type TreeRow =
  | { kind: 'unit'; unit: UnitBranchFragment; parent: string | null; level: number; place: number; of: number; isOpen: boolean }
  | { kind: 'more'; parent: string; level: number; left: number };

/** The lines from top to bottom: what is open shows what is below it. */
export function rowsOf(
  tops: readonly UnitBranchFragment[],
  branches: ReadonlyMap<string, Branch>,
  open: ReadonlySet<string>,
): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (units: readonly UnitBranchFragment[], parent: string | null, level: number, of: number) => {
    units.forEach((unit, at) => {
      const isOpen = open.has(unit.id) && unit.childCount > 0;
      rows.push({ kind: 'unit', unit, parent, level, place: at + 1, of, isOpen });
      const branch = isOpen ? branches.get(unit.id) : undefined;
      if (!branch) return;
      add(branch.units, unit.id, level + 1, unit.childCount);
      if (branch.next) rows.push({ kind: 'more', parent: unit.id, level: level + 1, left: unit.childCount - branch.units.length });
    });
  };
  add(tops, null, 1, tops.length);
  return rows;
}

/** A line's key: the unit's id, or its parent's with a mark. */
export function keyOf(row: TreeRow): string {
  return row.kind === 'unit' ? row.unit.id : `more ${row.parent}`;
}

/** What a key does on a line of the tree. */
export type TreeMove =
  | { kind: 'to'; key: string }
  | { kind: 'open'; unit: string }
  | { kind: 'close'; unit: string }
  | { kind: 'choose'; row: TreeRow }
  | undefined;

/** The keys of the tree pattern: up, down, right opens or goes in, left closes or goes out, Home, End, Enter. */
export function moveOf(pressed: string, rows: readonly TreeRow[], at: number): TreeMove {
  const row = rows[at];
  const to = (target: TreeRow | undefined): TreeMove => target && { kind: 'to', key: keyOf(target) };
  if (!row) return undefined;
  if (pressed === 'ArrowDown') return to(rows[at + 1]);
  if (pressed === 'ArrowUp') return to(rows[at - 1]);
  if (pressed === 'Home') return to(rows[0]);
  if (pressed === 'End') return to(rows.at(-1));
  if (pressed === 'Enter' || pressed === ' ') return { kind: 'choose', row };
  if (pressed === 'ArrowRight' && row.kind === 'unit' && row.unit.childCount > 0) {
    return row.isOpen ? to(rows[at + 1]) : { kind: 'open', unit: row.unit.id };
  }
  if (pressed === 'ArrowLeft') {
    if (row.kind === 'unit' && row.isOpen) return { kind: 'close', unit: row.unit.id };
    return to(rows.find((each) => each.kind === 'unit' && each.unit.id === row.parent));
  }
  return undefined;
}

/** The next line after this one whose name or code begins with what was typed, round the end. */
export function typedTo(words: string, rows: readonly TreeRow[], at: number): string | undefined {
  const wanted = words.toLowerCase();
  // One letter goes on to the next such line; more letters may still mean the line that the first one led to.
  const from = words.length > 1 ? at : at + 1;
  const order = [...rows.slice(from), ...rows.slice(0, from)];
  const found = order.find(
    (row) => row.kind === 'unit' && [row.unit.name, row.unit.code].some((text) => text.toLowerCase().startsWith(wanted)),
  );
  return found && keyOf(found);
}
