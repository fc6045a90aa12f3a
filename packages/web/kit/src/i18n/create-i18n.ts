import { createInstance, type BackendModule, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '@weixiang/shared';
import { registerCatalogue, wordsOf } from './catalogue.js';
import { languageOfDevice, rememberLanguage, tagOf } from './language.js';

registerCatalogue('kit', {
  zh: () => import('./messages/zh.json'),
  en: () => import('./messages/en.json'),
});

const lazily: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    wordsOf(language, namespace).then(
      (words) => done(null, words),
      (error: unknown) => done(error instanceof Error ? error : String(error), false),
    );
  },
};

/**
 * The words of a surface, ready when the promise is: kit's and the named namespaces', in the language of the device.
 * Further namespaces (plugins') come when a page first asks for them.
 * `const i18n = await createI18n(['core-portal'])`
 */
export async function createI18n(namespaces: readonly string[]): Promise<i18n> {
  const instance = createInstance();
  instance.on('languageChanged', (language) => {
    document.documentElement.lang = tagOf(language);
  });
  await instance
    .use(lazily)
    .use(initReactI18next)
    .init({
      lng: languageOfDevice(),
      fallbackLng: false,
      supportedLngs: ['zh', 'en'],
      ns: ['kit', ...namespaces],
      defaultNS: namespaces[0] ?? 'kit',
      interpolation: { escapeValue: false }, // React escapes
      returnNull: false,
    });
  return instance;
}

/** Changes the language now and for the next visit. */
export async function speak(instance: i18n, language: Language): Promise<void> {
  rememberLanguage(language);
  await instance.changeLanguage(language);
}
