import { describe, expect, it } from 'vitest';
import type { UnitBranchFragment } from '../generated/graphql.js';
import { keyOf, moveOf, rowsOf, typedTo } from './tree.rules.js';

const unit = (id: string, childCount = 0, name = id): UnitBranchFragment => ({ id, code: `Q-${id}`, name, isClosed: false, childCount, kind: null });
const tops = [unit('root', 3)];
const branches = new Map([
  ['root', { units: [unit('a', 1, '安乐社区'), unit('b', 0, '北关社区')], next: 'cursor' }],
  ['a', { units: [unit('a1')], next: null }],
]);
const rows = rowsOf(tops, branches, new Set(['root', 'a']));
const keys = rows.map(keyOf);

describe('the lines of the tree', () => {
  it('show what is open, and what is left to fetch', () => {
    expect(keys).toEqual(['root', 'a', 'a1', 'b', 'more root']);
    expect(rows.at(-1)).toEqual({ kind: 'more', parent: 'root', level: 2, left: 1 });
    expect(rows[3]).toMatchObject({ level: 2, place: 2, of: 3 });
    expect(rowsOf(tops, branches, new Set()).map(keyOf)).toEqual(['root']);
  });

  it('are walked by the arrow keys', () => {
    const go = (key: string, at: number) => moveOf(key, rows, at);
    expect(go('ArrowDown', 0)).toEqual({ kind: 'to', key: 'a' });
    expect(go('ArrowUp', 0)).toBeUndefined();
    expect(go('ArrowRight', 1)).toEqual({ kind: 'to', key: 'a1' });
    expect(go('ArrowRight', 3)).toBeUndefined();
    expect(go('ArrowLeft', 1)).toEqual({ kind: 'close', unit: 'a' });
    expect(go('ArrowLeft', 2)).toEqual({ kind: 'to', key: 'a' });
    expect(go('ArrowLeft', 4)).toEqual({ kind: 'to', key: 'root' });
    expect(go('End', 0)).toEqual({ kind: 'to', key: 'more root' });
    expect(moveOf('ArrowRight', rowsOf(tops, branches, new Set()), 0)).toEqual({ kind: 'open', unit: 'root' });
  });

  it('are found by typing the beginning of a name or a code, round the end', () => {
    expect(typedTo('北', rows, 0)).toBe('b');
    expect(typedTo('安乐', rows, 3)).toBe('a');
    expect(typedTo('q-a', rows, 2)).toBe('a1');
    expect(typedTo('q', rows, 1)).toBe('a1');
    expect(typedTo('西', rows, 0)).toBeUndefined();
  });
});
