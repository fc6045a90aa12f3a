export { isCompiled } from './compiled.js';
export * from './list.js';
export * from './reader.js';
export * from './rows.js';
export * from './schema.js';
