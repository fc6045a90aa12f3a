import type { Language } from '@weixiang/shared';
import { languages } from './catalogue.js';

const remembered = 'weixiang.language';

/** The language chosen before on this device, else Chinese: the houses are Chinese, whatever the browser was bought with. */
export function languageOfDevice(): Language {
  try {
    const found = localStorage.getItem(remembered);
    return languages.find((each) => each === found) ?? 'zh';
  } catch {
    return 'zh'; // storage can be forbidden; the page still speaks
  }
}

/** Keeps the choice for the next visit. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(remembered, language);
  } catch {
    // The choice then lasts for this visit alone.
  }
}

/** What the page's `lang` says, so that readers and fonts choose rightly. */
export function tagOf(language: string): 'zh-CN' | 'en' {
  return language === 'en' ? 'en' : 'zh-CN';
}
