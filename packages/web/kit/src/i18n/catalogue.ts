import type { Language } from '@weixiang/shared';

/** The languages of the product, in the order in which they are offered. */
export const languages = ['zh', 'en'] as const satisfies readonly Language[];

type Words = { [key: string]: string | Words };

/** The words of one namespace, loaded when first spoken: `{ zh: () => import('./zh.json'), en: … }`. */
export type Catalogue = Record<Language, () => Promise<{ default: Words }>>;

const catalogues = new Map<string, Catalogue>();

/** Makes a namespace known. Plugins are registered by their declaration; nothing is loaded yet. */
export function registerCatalogue(namespace: string, catalogue: Catalogue): void {
  catalogues.set(namespace, catalogue);
}

/** The words of a namespace; throws when nobody registered it, which is a mistake in the code. */
export async function wordsOf(language: string, namespace: string): Promise<Words> {
  const catalogue = catalogues.get(namespace);
  if (!catalogue) throw new Error(`no catalogue is registered for the namespace ${namespace}`);
  const { default: words } = await catalogue[language === 'en' ? 'en' : 'zh']();
  return words;
}
