export * from './check.js';
export * from './declaration.js';
