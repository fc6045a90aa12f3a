export * from './wish.entity.js';
export * from './wish.enums.js';
export * from './wishes.feature.js';
export * from './wish.list.js';
export * from './wish.workflow.js';
export * from './wish-answer.entity.js';
export * from './wish-support.entity.js';
