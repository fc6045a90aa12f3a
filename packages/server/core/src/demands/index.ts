export * from './demand.entity.js';
export * from './demand.enums.js';
export * from './demands.feature.js';
export * from './demand.list.js';
export * from './demand.service.js';
export * from './demand.workflow.js';
export * from './demand-answer.service.js';
