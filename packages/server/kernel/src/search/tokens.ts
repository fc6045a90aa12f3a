import { cut } from './segmenter.js';

/** How texts are cut, numbered: raise it with every change here or in the dictionary, and a job makes the entries again. */
export const edition = 1;

/** What a text is found by. */
export interface Tokens {
  /** Whole words: Chinese ones of two characters or more as the dictionary knows them, Latin words and numbers. */
  words: readonly string[];
  /** Single Chinese characters, Latin words and numbers: whatever has all words has all of these. */
  characters: readonly string[];
}

// Longer texts are found by their beginning.
const longestText = 10_000;
const longestWord = 64;

const chineseRuns = /\p{Script=Han}+/gu;
const otherWords = /[\p{L}\p{N}]+/gu;

/** As texts are compared: full width like half width, capitals like small letters. */
function plain(text: string): string {
  return text.toWellFormed().normalize('NFKC').toLowerCase();
}

/**
 * Cuts a text into what it is found by.
 * @example tokensOf('装路灯 LED') // { words: ['路灯', 'led'], characters: ['装', '路', '灯', 'led'] }
 */
export function tokensOf(text: string): Tokens {
  const whole = plain(text).slice(0, longestText);
  const words = new Set<string>();
  const characters = new Set<string>();
  for (const [run] of whole.matchAll(chineseRuns)) {
    for (const character of run) characters.add(character);
    for (const word of cut(run)) if ([...word].length > 1) words.add(word);
  }
  for (const [word] of whole.replace(chineseRuns, ' ').matchAll(otherWords)) {
    words.add(word.slice(0, longestWord));
    characters.add(word.slice(0, longestWord));
  }
  return { words: [...words], characters: [...characters] };
}

/** Stands before codes and numbers; no word begins with it. */
const codeSign = '#';

/** The token of a code or number. `codeToken('QC-01 ') // '#qc-01'` */
export function codeToken(code: string): string {
  return `${codeSign}${plain(code).replace(/\s/g, '').slice(0, longestWord)}`;
}

/** The token of the code that somebody types, as far as it is typed; null for what is none. `'qc-0' → '#qc-0'`, `'路灯' → null` */
export function codeSought(text: string): string | null {
  const typed = plain(text).trim().replace(/^#/, '');
  return /^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u.test(typed) && /[a-z0-9]/.test(typed) ? codeToken(typed) : null;
}

/** Everything that a record is found by, sorted. */
export function entryTokens(texts: readonly string[], codes: readonly string[]): string[] {
  const all = new Set(codes.map(codeToken));
  for (const text of texts) {
    const { words, characters } = tokensOf(text);
    for (const token of [...words, ...characters]) all.add(token);
  }
  return [...all].sort();
}
