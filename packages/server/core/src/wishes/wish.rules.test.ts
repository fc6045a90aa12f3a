import { describe, expect, it } from 'vitest';
import { answeredByLabel, demandTitleOf, labelOnWallOf } from './wish.rules.js';

describe('the name on the wall', () => {
  it('is the surname when nobody chose, nothing when there is no name or none is wanted', () => {
    expect(labelOnWallOf(null, '韩文博')).toBe('韩姓居民');
    expect(labelOnWallOf(undefined, '欧阳修远')).toBe('欧阳姓居民');
    expect(labelOnWallOf(null, 'John Smith')).toBeNull();
    expect(labelOnWallOf(null, null)).toBeNull();
    expect(labelOnWallOf(' ', '韩文博')).toBeNull();
  });

  it('may be a surname with a form of address', () => {
    expect(labelOnWallOf('韩先生', '韩文博')).toBe('韩先生');
    expect(labelOnWallOf('欧阳女士', '欧阳修远')).toBe('欧阳女士');
    expect(labelOnWallOf('马女士', null)).toBe('马女士');
  });

  it.each(['韩文博', '文博先生', '马女士', '韩先生19900007274', '三号楼韩先生', 'Mr Han'])('is never %s for 韩文博', (label) => {
    expect(() => labelOnWallOf(label, '韩文博')).toThrow('LABEL_SHOWS_TOO_MUCH');
  });
});

describe('who answered', () => {
  const grants = [
    { role: 'resident', path: 'a' },
    { role: 'communitySecretary', path: 'a.b' },
    { role: 'gridWorker', path: 'a.c' },
  ];

  it('goes by the role held nearest to the wish', () => {
    expect(answeredByLabel('孙春生', grants, 'a.b.x')).toBe('社区书记孙春生');
    expect(answeredByLabel('孙春生', grants, 'a.c')).toBe('网格员孙春生');
    expect(answeredByLabel('孙春生', grants, 'a.bb')).toBe('居民孙春生');
    expect(answeredByLabel('孙春生', [], 'a')).toBe('孙春生');
    expect(answeredByLabel(null, [], 'a')).toBeNull();
    const taken = { emergencyId: '1', holderId: '2', until: new Date() };
    expect(answeredByLabel('方建国', [{ role: 'communitySecretary', path: 'a.b', taken }], 'a.b')).toBe('代社区书记方建国');
  });
});

describe('a demand that nobody named', () => {
  it('takes the wish’s first words, unless they are not for everybody', () => {
    expect(demandTitleOf({ words: '想种些花\n和树', isPublic: true, number: 7 })).toBe('想种些花 和树');
    expect(demandTitleOf({ words: '字'.repeat(41), isPublic: true, number: 7 })).toBe(`${'字'.repeat(39)}…`);
    expect(demandTitleOf({ words: '我家欠了债', isPublic: false, number: 7 })).toBe('居民心愿7号');
  });
});
