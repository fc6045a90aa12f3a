/** Words that people read, in both languages of the product. `{ zh: '微心愿', en: 'Wish' }` */
export interface Text {
  zh: string;
  en: string;
}

/** A language of the product: Chinese comes first, English second. */
export type Language = 'zh' | 'en';

/**
 * The language that an Accept-Language header prefers; Chinese when it names neither.
 * @example pickLanguage('en-GB,en;q=0.9,zh;q=0.8') // 'en'
 */
export function pickLanguage(acceptLanguage?: string): Language {
  let best: Language = 'zh';
  let bestQuality = 0;
  for (const part of (acceptLanguage ?? '').split(',', 32)) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const primary = tag.trim().split('-', 1)[0];
    const language = primary === 'zh' || primary === '*' ? 'zh' : primary === 'en' ? 'en' : null;
    if (!language) continue;
    const given = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='));
    const quality = given === undefined ? 1 : Number(given.slice(2));
    if (quality > bestQuality) [best, bestQuality] = [language, quality];
  }
  return best;
}

/** The words in one language, or in the other where this one is empty. `say({ zh: '街道', en: '' }, 'en') // '街道'` */
export function say(text: Text, language: Language): string {
  return text[language] || text.zh || text.en;
}

/** The same words in both languages, for what a ledger or an administrator names. `sameText('涡河志愿服务队')` */
export function sameText(words: string): Text {
  return { zh: words, en: words };
}

/**
 * Both languages with their `{name}` places filled; a place that is not given stays as it is.
 * @example fillText({ zh: '最多 {max} 字', en: 'At most {max} characters' }, { max: 1000 }).zh // '最多 1000 字'
 */
export function fillText(text: Text, values: Readonly<Record<string, string | number>>): Text {
  const fill = (words: string): string =>
    words.replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place));
  return { zh: fill(text.zh), en: fill(text.en) };
}
