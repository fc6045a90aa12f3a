import { createContext, use, useContext, useSyncExternalStore, type ReactNode } from 'react';

// Stands in for i18next and react-i18next where `vite build --mode portal` looks for them: the part of both that our
// catalogues use, at a tenth of the weight that every resident would otherwise fetch first. light.test.ts holds it to
// what i18next says of every message.

type Words = { [key: string]: string | Words };
type Values = Readonly<Record<string, unknown>>;
type Speaker = (key: string, values?: Values) => string;
type Backend = { type: 'backend'; read: (language: string, namespace: string, done: (error: unknown, words: Words | false | null) => void) => void };
type Module = Backend | { type: string };
type Options = { lng: string; ns: readonly string[]; defaultNS: string };

const isBackend = (module: Module): module is Backend => module.type === 'backend';

/** The words that a surface speaks: what `createInstance()` of i18next gives, as far as it is used here. */
class Speech {
  language = '';
  defaultNamespace = '';
  private backend: Backend | undefined;
  private readonly words = new Map<string, Words>();
  private readonly arriving = new Map<string, Promise<void>>();
  private readonly speakers = new Map<string, Speaker>();
  private readonly listeners = new Set<(language: string) => void>();

  use(module: Module): this {
    if (isBackend(module)) this.backend = module;
    return this;
  }

  on(_event: 'languageChanged', listener: (language: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async init({ lng, ns, defaultNS }: Options): Promise<void> {
    this.defaultNamespace = defaultNS;
    await Promise.all(ns.map((namespace) => this.load(namespace, lng)));
    this.speak(lng);
  }

  /** Changes once the words of everything spoken so far are there, so that no page falls silent meanwhile. */
  async changeLanguage(language: string): Promise<void> {
    const spoken = [...this.words.keys()].map((key) => key.slice(key.indexOf(' ') + 1));
    await Promise.all([...new Set(spoken)].map((namespace) => this.load(namespace, language)));
    this.speak(language);
  }

  /** The same promise for the same words; after a failure the next page that asks tries again. */
  load(namespace: string, language = this.language): Promise<void> {
    const key = `${language} ${namespace}`;
    const known = this.arriving.get(key);
    if (known) return known;
    const coming = new Promise<void>((arrived, failed) => {
      this.backend?.read(language, namespace, (error, words) => {
        if (!words) return failed(error);
        this.words.set(key, words);
        arrived();
      });
    });
    coming.then(
      // React reads these two off a promise that it need not wait for.
      () => Object.assign(coming, { status: 'fulfilled', value: undefined }),
      () => setTimeout(() => this.arriving.delete(key), 1_000),
    );
    this.arriving.set(key, coming);
    return coming;
  }

  /** The same function as long as the language is the same, as effects expect. */
  speakerOf(namespace: string): Speaker {
    const key = `${this.language} ${namespace}`;
    const known = this.speakers.get(key);
    if (known) return known;
    const speaker = speakerIn(this.language, () => this.words.get(key));
    this.speakers.set(key, speaker);
    return speaker;
  }

  private speak(language: string): void {
    this.language = language;
    for (const listener of this.listeners) listener(language);
  }
}

function speakerIn(language: string, words: () => Words | undefined): Speaker {
  const plural = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const { count } = values;
    const forms = typeof count === 'number' ? [...(count === 0 ? [`${key}_zero`] : []), `${key}_${plural.select(count)}`, key] : [key];
    for (const form of forms) {
      const found = at(words(), form);
      if (typeof found === 'string') return found.replace(/\{\{\s*([^{}]+?)\s*\}\}/g, (_, name: string) => String(at(values, name) ?? ''));
    }
    return key;
  };
}

function at(tree: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((branch, name) => (typeof branch === 'object' && branch !== null ? Reflect.get(branch, name) : undefined), tree);
}

export const createInstance = (): Speech => new Speech();

/** i18next needs it to meet React; here React asks by itself. */
export const initReactI18next: Module = { type: '3rdParty' };

const SpeechContext = createContext<Speech | undefined>(undefined);

export function I18nextProvider({ i18n, children }: { i18n: Speech; children: ReactNode }) {
  return <SpeechContext value={i18n}>{children}</SpeechContext>;
}

/** The words of a namespace, waiting for them where they are not there yet. */
export function useTranslation(named?: string): { t: Speaker; i18n: Speech } {
  const i18n = useContext(SpeechContext);
  if (!i18n) throw new Error('useTranslation needs an I18nextProvider above it');
  useSyncExternalStore(
    (changed) => i18n.on('languageChanged', changed),
    () => i18n.language,
  );
  const namespace = named ?? i18n.defaultNamespace;
  // Always, since a page that waited is rendered again the way it was rendered before.
  use(i18n.load(namespace));
  return { t: i18n.speakerOf(namespace), i18n };
}
