import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const packages = fileURLToPath(new URL('../../../..', import.meta.url));
const folders = globSync('{web,plugins}/**/messages/zh.json', { cwd: packages, exclude: (path) => /node_modules|dist/.test(path) }).map(
  (path) => path.replace(/\/zh\.json$/, ''),
);

/** Every key of a catalogue as a path; the plural forms of one key count as that key, since Chinese has but one. */
function keysOf(words: unknown, path = ''): string[] {
  if (typeof words !== 'object' || words === null) return [path.replace(/_(one|other)$/, '')];
  return Object.entries(words).flatMap(([key, value]) => keysOf(value, path ? `${path}.${key}` : key));
}

function catalogue(folder: string, language: 'zh' | 'en'): unknown {
  return JSON.parse(readFileSync(`${packages}${folder}/${language}.json`, 'utf8'));
}

describe('the words of every surface and plugin', () => {
  it('are found', () => {
    expect(folders).toContain('web/kit/src/i18n/messages');
    expect(folders).toContain('web/app/src/portal/messages');
  });

  it.each(folders)('have the same keys in both languages: %s', (folder) => {
    const [chinese, english] = (['zh', 'en'] as const).map((language) => [...new Set(keysOf(catalogue(folder, language)))].sort());
    expect(english).toEqual(chinese);
  });

  it.each(folders)('leave nothing empty: %s', (folder) => {
    for (const language of ['zh', 'en'] as const) expect(JSON.stringify(catalogue(folder, language))).not.toContain('""');
  });

  it('contain every key that a page of the portal speaks', () => {
    const spoken = globSync('web/app/src/portal/**/*.{ts,tsx}', { cwd: packages }).flatMap((path) => {
      const source = readFileSync(`${packages}${path}`, 'utf8');
      return [...source.matchAll(/\b(t|tk)\('([\w.]+)'/g)].map(([, speaker, key]) => ({ path, speaker, key }));
    });
    const known = {
      t: new Set(keysOf(catalogue('web/app/src/portal/messages', 'zh'))),
      tk: new Set(keysOf(catalogue('web/kit/src/i18n/messages', 'zh'))),
    };
    expect(spoken.length).toBeGreaterThan(50);
    expect(spoken.filter(({ speaker, key = '' }) => !known[speaker === 'tk' ? 'tk' : 't'].has(key))).toEqual([]);
  });
});
