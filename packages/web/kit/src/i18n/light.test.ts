import { createInstance as createOriginal } from 'i18next';
import { describe, expect, it } from 'vitest';
import { createInstance } from './light.js';

declare global {
  interface ImportMeta {
    /** Vite's own, which the tests run on. */
    glob<T>(pattern: string, options: { eager: true }): Record<string, T>;
  }
}

type Words = { [key: string]: string | Words };
const catalogues: Record<string, { default: Words }> = {
  ...import.meta.glob<{ default: Words }>('./messages/*.json', { eager: true }),
  ...import.meta.glob<{ default: Words }>('../../../app/src/*/messages/*.json', { eager: true }),
  ...import.meta.glob<{ default: Words }>('../../../app/src/*/*/messages/*.json', { eager: true }),
  ...import.meta.glob<{ default: Words }>('../../../../plugins/*/web/**/messages/*.json', { eager: true }),
};

/** Values for whatever a message may name, some of them awkward. */
const values = (words: string) => Object.fromEntries([...words.matchAll(/\{\{\s*([\w]+)/g)].map(([, name = '']) => [name, `$& 张“三” {{${name}}}`]));

function* messagesOf(words: Words, path = ''): Generator<[string, string]> {
  for (const [key, value] of Object.entries(words)) {
    const at = path ? `${path}.${key}` : key;
    if (typeof value === 'string') yield [at, value];
    else yield* messagesOf(value, at);
  }
}

async function bothSpeaking(language: string, words: Words) {
  const options = { lng: language, fallbackLng: false as const, ns: ['it'], defaultNS: 'it', interpolation: { escapeValue: false, skipOnVariables: true }, returnNull: false };
  const original = createOriginal();
  await original.init({ ...options, resources: { [language]: { it: words } } });
  const light = createInstance().use({ type: 'backend', read: (_language, _namespace, done) => done(null, words) });
  await light.init(options);
  return { original: original.t, light: light.speakerOf('it') };
}

describe('the portal’s own way of speaking', () => {
  it.each(Object.keys(catalogues))('says every message as i18next does: %s', async (path) => {
    const words = catalogues[path]?.default ?? {};
    const { original, light } = await bothSpeaking(path.endsWith('zh.json') ? 'zh' : 'en', words);
    const messages = [...messagesOf(words)];
    expect(messages.length).toBeGreaterThan(5);
    for (const [key, text] of messages) {
      const given = values(text);
      expect(light(key, given)).toBe(original(key, given));
      const stem = key.replace(/_(one|other|zero)$/, '');
      for (const count of [0, 1, 2, 21, 1.5]) expect(light(stem, { ...given, count })).toBe(original(stem, { ...given, count }));
    }
  });

  it('says the key where there is no message, and nothing where a value is missing', async () => {
    const { original, light } = await bothSpeaking('zh', { a: { b: '你好，{{ name }}' } });
    for (const key of ['none', 'a', 'a.b.c', 'a.none']) expect(light(key)).toBe(key);
    expect(light('a.b', { name: null })).toBe('你好，');
    expect(light('a.b', { name: 3 })).toBe(original('a.b', { name: 3 }));
  });

  it('changes its language only once all that was spoken is there', async () => {
    const asked: string[] = [];
    const light = createInstance().use({
      type: 'backend',
      read: (language, namespace, done) => {
        asked.push(`${language} ${namespace}`);
        setTimeout(() => done(null, { hello: `${language} ${namespace}` }), 1);
      },
    });
    await light.init({ lng: 'zh', ns: ['kit'], defaultNS: 'kit' });
    await light.load('education');
    const heard: string[] = [];
    light.on('languageChanged', (language) => heard.push(`${language} ${light.speakerOf('education')('hello')}`));
    await light.changeLanguage('en');
    expect(heard).toEqual(['en en education']);
    expect(asked).toEqual(['zh kit', 'zh education', 'en kit', 'en education']);
  });

  it('tells of words that could not be fetched', async () => {
    const light = createInstance().use({ type: 'backend', read: (_language, _namespace, done) => done(new TypeError('Failed to fetch'), false) });
    await expect(light.load('education')).rejects.toThrow('Failed to fetch');
  });
});
