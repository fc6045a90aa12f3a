import { describe, expect, it } from 'vitest';
import { fillText, pickLanguage, sameText, say } from './text.js';

describe('pickLanguage', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['fr-FR,fr;q=0.9', 'zh'],
    ['en', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['zh;q=0.3, en-US;q=0.7', 'en'],
    ['*;q=0.1, en;q=0.5', 'en'],
    ['en;q=0', 'zh'],
    ['en;q=abc', 'zh'],
  ])('reads %s as %s', (header, language) => {
    expect(pickLanguage(header)).toBe(language);
  });
});

describe('say', () => {
  it('speaks the language asked for, and the other where there are no words', () => {
    expect(say({ zh: '街道', en: 'Sub-district' }, 'en')).toBe('Sub-district');
    expect(say({ zh: '街道', en: '' }, 'en')).toBe('街道');
    expect(say(sameText('亳议站'), 'en')).toBe('亳议站');
  });
});

describe('fillText', () => {
  it('fills named places in both languages and leaves unknown ones alone', () => {
    const filled = fillText({ zh: '第 {row} 行：{what}', en: 'Row {row}: {what} {constructor}' }, { row: 7, what: '$&' });
    expect(filled).toEqual({ zh: '第 7 行：$&', en: 'Row 7: $& {constructor}' });
  });
});
