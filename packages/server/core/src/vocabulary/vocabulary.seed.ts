import type { Seed } from '@weixiang/kernel';
import { ACTIVITY_KINDS, ASPECTS, CATEGORIES, ORG_UNIT_KINDS, type Text } from '@weixiang/shared';
import { addTerm, termsOf } from './vocabulary.service.js';
import { VocabularyKind, type VocabularyTerm } from './vocabulary-term.entity.js';

type Word = Pick<VocabularyTerm, 'key' | 'label' | 'position'> & Partial<Pick<VocabularyTerm, 'namesPeople'>>;

/** The default words of each list, keyed by the name that ledgers use. */
const defaults: readonly (readonly [VocabularyKind, readonly Word[]])[] = [
  [VocabularyKind.WISH_CATEGORY, numbered(CATEGORIES)],
  [VocabularyKind.PROJECT_CATEGORY, numbered(CATEGORIES)],
  [VocabularyKind.PROJECT_ASPECT, numbered(ASPECTS)],
  [VocabularyKind.ACTIVITY_KIND, numbered(ACTIVITY_KINDS)],
  [
    VocabularyKind.ORG_UNIT_KIND,
    ORG_UNIT_KINDS.flatMap(({ key, names, label, level }) => names.map((name) => ({ key: name, label: { zh: name, en: label.en }, position: level, namesPeople: key === 'household' }))),
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
      for (const { key, label, position, namesPeople = false } of words) {
        if (!known.has(key)) known.set(key, Object.assign(addTerm(tx, kind, key, label, position), { namesPeople }));
      }
    }
  },
};
