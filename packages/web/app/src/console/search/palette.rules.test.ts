import { describe, expect, it } from 'vitest';
import { found, stepped, type PaletteEntry } from './palette.rules.js';
import { pinyinInitials } from './pinyin-initials.js';

const entry = (name: string): PaletteEntry => ({ key: name, to: `/${name}`, name, beside: '' });
const entries = ['今日', '心愿收件箱', '需求归并', '项目', '新建项目', '成效报告', 'Wish inbox'].map(entry);
const names = (typed: string) => found(entries, typed).map(({ name }) => name);

describe('the palette', () => {
  it('finds pages by words, those that begin so first', () => {
    expect(names('项目')).toEqual(['项目', '新建项目']);
    expect(names('收件')).toEqual(['心愿收件箱']);
    expect(names(' INBOX')).toEqual(['Wish inbox']);
    expect(names('没有')).toEqual([]);
  });

  it('finds pages by the initials of their pinyin', () => {
    expect(names('xysj')).toEqual(['心愿收件箱']);
    expect(names('xm')).toEqual(['项目', '新建项目']);
    expect(names('cx')).toEqual(['成效报告']);
  });

  it('shows everything before anything is typed', () => {
    expect(names('')).toHaveLength(entries.length);
  });

  it('goes round at both ends', () => {
    expect([stepped(0, -1, 5), stepped(4, 1, 5), stepped(2, 1, 5), stepped(0, 1, 0)]).toEqual([4, 0, 3, 0]);
  });
});

describe('initials of pinyin', () => {
  it.each([
    ['心愿收件箱', 'xysjx'],
    ['一月一评', 'yyyp'],
    ['公示', 'gs'],
    ['组织与人员', 'zzyry'],
    ['导入台账', 'drtz'],
    ['设置 A', 'sz a'],
  ])('of %s are %s', (name, initials) => {
    expect(pinyinInitials(name)).toBe(initials);
  });
});
