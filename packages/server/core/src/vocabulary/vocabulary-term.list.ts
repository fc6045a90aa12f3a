import { ascending, defineList, equals } from '@weixiang/kernel';
import { VocabularyKind, VocabularyTerm } from './vocabulary-term.entity.js';

/** Words of the tenant's vocabulary. */
export const vocabularyList = defineList({
  of: () => VocabularyTerm,
  name: 'VocabularyTerm',
  filter: { kind: equals('kind', () => VocabularyKind, 'Only words of this list.') },
  sort: { POSITION: ascending('position', 'In the tenant’s own order.') },
});
