/** Whose value of a field is kept. */
export type Side = 'mine' | 'theirs';

/** One field as it was, as somebody else left it, and as it was typed here. */
export type FieldConflict = { name: string; was: string; theirs: string; mine: string; suggested: Side };

/**
 * The fields in which two edits of one record differ. Where only one of the two changed something, that change is
 * suggested; where both did, one’s own, which is on the screen, and the choice stays open.
 * @example conflictsOf({ name: '甲' }, { name: '乙' }, { name: '丙' }) // [{ name: 'name', was: '甲', theirs: '乙', mine: '丙', suggested: 'mine' }]
 */
export function conflictsOf(was: Readonly<Record<string, string>>, theirs: Readonly<Record<string, string>>, mine: Readonly<Record<string, string>>): FieldConflict[] {
  return Object.keys(mine).flatMap((name) => {
    const [before, other, own] = [was[name] ?? '', theirs[name] ?? '', mine[name] ?? ''];
    if (other === own || other === before) return [];
    return [{ name, was: before, theirs: other, mine: own, suggested: own === before ? 'theirs' : 'mine' }];
  });
}
