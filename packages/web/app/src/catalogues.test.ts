import { describe, expect, it } from 'vitest';

type Catalogues = Record<string, { default: unknown }>;
const chinese: Catalogues = {
  ...import.meta.glob('./*/messages/zh.json', { eager: true }),
  ...import.meta.glob('./*/*/messages/zh.json', { eager: true }),
  ...import.meta.glob('../../kit/src/**/messages/zh.json', { eager: true }),
  ...import.meta.glob('../../../plugins/*/web/**/messages/zh.json', { eager: true }),
};
const english: Catalogues = {
  ...import.meta.glob('./*/messages/en.json', { eager: true }),
  ...import.meta.glob('./*/*/messages/en.json', { eager: true }),
  ...import.meta.glob('../../kit/src/**/messages/en.json', { eager: true }),
  ...import.meta.glob('../../../plugins/*/web/**/messages/en.json', { eager: true }),
};
const pages: Record<string, string> = import.meta.glob('./portal/**/*.tsx', { eager: true, query: '?raw', import: 'default' });

/** Every key of a catalogue as a path; the plural forms of one key count as that key, since Chinese has but one. */
function keysOf(words: unknown, path = ''): string[] {
  if (typeof words !== 'object' || words === null) return [path.replace(/_(one|other)$/, '')];
  return Object.entries(words).flatMap(([key, value]) => keysOf(value, path ? `${path}.${key}` : key));
}

const keysIn = (catalogues: Catalogues, path: string) => [...new Set(keysOf(catalogues[path]?.default))].sort();

describe('the words of every surface and plugin', () => {
  it('are there in both languages', () => {
    const inEnglish = Object.keys(english).map((path) => path.replace('en.json', 'zh.json'));
    expect(Object.keys(chinese)).toContain('./portal/messages/zh.json');
    expect(inEnglish.sort()).toEqual(Object.keys(chinese).sort());
  });

  it.each(Object.keys(chinese))('have the same keys in both: %s', (path) => {
    expect(keysIn(english, path.replace('zh.json', 'en.json'))).toEqual(keysIn(chinese, path));
  });

  it.each([...Object.entries(chinese), ...Object.entries(english)])('leave nothing empty: %s', (_path, words) => {
    expect(JSON.stringify(words)).not.toContain('""');
  });

  it('contain every key that a page of the portal speaks', () => {
    const known = {
      t: keysIn(chinese, './portal/messages/zh.json'),
      tk: keysIn(chinese, '../../kit/src/i18n/messages/zh.json'),
      te: keysIn(chinese, './portal/evaluations/messages/zh.json'),
    };
    const spoken = Object.entries(pages).flatMap(([path, source]) =>
      [...source.matchAll(/\b(t|tk|te)\('([\w.]+)'/g)].map(([, speaker, key = '']) => ({ path, key, words: known[speaker === 'tk' || speaker === 'te' ? speaker : 't'] })),
    );
    expect(spoken.length).toBeGreaterThan(50);
    expect(spoken.filter(({ key, words }) => !words.includes(key)).map(({ path, key }) => `${path}: ${key}`)).toEqual([]);
  });
});
