export { vocabularyFeature } from './vocabulary.feature.js';
export { termFor, termsOf } from './vocabulary.service.js';
export { VocabularyKind, VocabularyTerm } from './vocabulary-term.entity.js';
