export * from './asked.js';
export * from './database.js';
export * from './oracle/index.js';
export * from './random.js';
export * from './random-document.js';
export type { DocumentMaterial } from './random-values.js';
export * from './server.js';
export * from './sql.js';
