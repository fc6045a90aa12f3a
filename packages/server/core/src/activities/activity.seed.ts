import type { Seed } from '@weixiang/kernel';
import type { Text } from '@weixiang/shared';
import { addTerm, termsOf } from '../vocabulary/vocabulary.service.js';
import { VocabularyKind } from '../vocabulary/vocabulary-term.entity.js';

/** Kinds of activity that a new tenant begins with; its ledgers bring others. */
const defaults: readonly Text[] = [
  { zh: '志愿服务', en: 'Volunteering' },
  { zh: '政策宣讲', en: 'Policy talk' },
  { zh: '阵地服务', en: 'Service at a venue' },
  { zh: '便民服务', en: 'Everyday help' },
];

/** Gives a new tenant kinds of activity, so that the first activity can be recorded before any ledger is imported. */
export const activityKindsSeed: Seed = {
  name: 'activities.kinds',
  async run(tx) {
    const known = await termsOf(tx, VocabularyKind.ACTIVITY_KIND);
    for (const [at, label] of defaults.entries()) {
      if (!known.has(label.zh)) addTerm(tx, VocabularyKind.ACTIVITY_KIND, label.zh, label, at + 1);
    }
  },
};
