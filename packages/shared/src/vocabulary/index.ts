export * from './names.js';
export * from './org-unit.vocabulary.js';
export * from './project.vocabulary.js';
export * from './wish.vocabulary.js';
