import type { Seed } from '@weixiang/kernel';
import { ACTIVITY_KINDS, ASPECTS, CATEGORIES, ORG_UNIT_KINDS, type Text } from '@weixiang/shared';
import { addTerm, termsOf } from './vocabulary.service.js';
import { VocabularyKind } from './vocabulary-term.entity.js';

/** The default words of each list, keyed by the name that ledgers use. */
const defaults: readonly (readonly [VocabularyKind, readonly { key: string; label: Text; position: number }[]])[] = [
  [VocabularyKind.WISH_CATEGORY, numbered(CATEGORIES)],
  [VocabularyKind.PROJECT_CATEGORY, numbered(CATEGORIES)],
  [VocabularyKind.PROJECT_ASPECT, numbered(ASPECTS)],
  [VocabularyKind.ACTIVITY_KIND, numbered(ACTIVITY_KINDS)],
  [
    VocabularyKind.ORG_UNIT_KIND,
    ORG_UNIT_KINDS.flatMap(({ names, label, level }) => names.map((name) => ({ key: name, label: { zh: name, en: label.en }, position: level }))),
  ],
];

function numbered(words: Readonly<Record<string, Text>>) {
  return Object.values(words).map((label, at) => ({ key: label.zh, label, position: at + 1 }));
}

/** Gives a new tenant the default vocabulary; what it changed since stays. */
export const vocabularySeed: Seed = {
  name: 'vocabulary.defaults',
  async run(tx) {
    for (const [kind, words] of defaults) {
      const known = await termsOf(tx, kind);
      for (const { key, label, position } of words) {
        if (!known.has(key)) known.set(key, addTerm(tx, kind, key, label, position));
      }
    }
  },
};
