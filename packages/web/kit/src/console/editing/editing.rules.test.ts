import { describe, expect, it } from 'vitest';
import { conflictsOf } from './editing.rules.js';

describe('two edits of one record', () => {
  it('differ where the other changed what is not the same here', () => {
    expect(conflictsOf({ name: '甲', phone: '1' }, { name: '乙', phone: '1' }, { name: '丙', phone: '2' })).toEqual([
      { name: 'name', was: '甲', theirs: '乙', mine: '丙', suggested: 'mine' },
    ]);
  });

  it('suggest the other’s value where nothing was typed here', () => {
    expect(conflictsOf({ name: '甲' }, { name: '乙' }, { name: '甲' })).toEqual([{ name: 'name', was: '甲', theirs: '乙', mine: '甲', suggested: 'theirs' }]);
  });

  it('agree where both changed to the same, and where only I changed something', () => {
    expect(conflictsOf({ name: '甲', phone: '1' }, { name: '乙', phone: '1' }, { name: '乙', phone: '2' })).toEqual([]);
  });

  it('take a value that is gone for an empty one', () => {
    expect(conflictsOf({ head: '李' }, {}, { head: '王' })).toEqual([{ name: 'head', was: '李', theirs: '', mine: '王', suggested: 'mine' }]);
  });
});
