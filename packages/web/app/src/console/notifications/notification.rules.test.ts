import { describe, expect, it } from 'vitest';
import { groupsOf, nameOf, pageOf } from './notification.rules.js';

const wish = { __typename: 'Wish' as const, id: 'wish_1', words: '想要课堂' };
const zh = (text: { zh: string }) => text.zh;

describe('a notification', () => {
  it('leads to its record; many of a kind lead to where they are looked at', () => {
    expect(pageOf({ record: wish, page: '/wishes', count: 1 })).toBe('/wishes/wish_1');
    expect(pageOf({ record: wish, page: '/wishes', count: 3 })).toBe('/wishes');
    expect(pageOf({ record: null, page: null, count: 1 })).toBeNull();
    expect(pageOf({ record: { __typename: 'EvaluationRound', id: 'r', project: { id: 'project_1', name: '课堂' } }, page: null, count: 1 })).toBe('/projects/project_1');
  });

  it('is named by what its reader may read, a resident’s own words as such', () => {
    expect(nameOf(wish, zh)).toEqual({ name: '想要课堂', isVoice: true });
    expect(nameOf({ __typename: 'Import', id: 'i', fileName: null }, zh)).toBeNull();
    expect(nameOf(null, zh)).toBeNull();
  });

  it('stands among the unread ones, else under its day', () => {
    const rows = [
      { isUnread: false, arrivedAt: '2026-05-19T03:00:00Z' },
      { isUnread: true, arrivedAt: '2026-05-18T03:00:00Z' },
      { isUnread: false, arrivedAt: '2026-05-18T02:00:00Z' },
    ];
    expect(groupsOf(rows, (at) => at.slice(0, 10)).map(({ day, rows: of }) => [day, of.length])).toEqual([
      [null, 1],
      ['2026-05-19', 1],
      ['2026-05-18', 1],
    ]);
  });
});
