import { defineServer, listQuery } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { vocabularyAbilities } from './vocabulary.abilities.js';
import { vocabularySeed } from './vocabulary.seed.js';
import { VocabularyTerm } from './vocabulary-term.entity.js';
import { vocabularyList } from './vocabulary-term.list.js';

/** The words that each tenant keeps for itself. */
export const vocabularyFeature = defineServer({
  declaration: defineFeature({
    name: 'vocabulary',
    label: { zh: '词汇', en: 'Vocabulary' },
    description: { zh: '类别、方面、组织类型、活动类型。', en: 'Categories, aspects, kinds of units and of activities.' },
    permissions: {},
  }),
  entities: [VocabularyTerm],
  reads: [listQuery('vocabulary', () => vocabularyList, 'Words of the tenant’s vocabulary.')],
  abilities: [vocabularyAbilities],
  seeds: [vocabularySeed],
  migrations: new URL('../../migrations/vocabulary/', import.meta.url),
});
