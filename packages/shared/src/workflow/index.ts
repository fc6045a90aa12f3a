export * from './definition.js';
export * from './define.js';
export * from './registry.js';
export * from './run.js';
export { workflowProblems } from './validate.js';
