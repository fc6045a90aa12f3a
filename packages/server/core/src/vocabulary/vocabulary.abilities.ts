import type { DefineAbilities } from '@weixiang/kernel';

/** Everybody reads the tenant's words: they label what is public. */
export const vocabularyAbilities: DefineAbilities = (_actor, { can }) => {
  can('read', 'VocabularyTerm');
};
