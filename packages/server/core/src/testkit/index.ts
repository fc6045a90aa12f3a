export * from './elsewhere.js';
export * from './ledger.js';
export * from './scene.js';
export * from './sums.js';
export * from './upload.js';
export * from './verdict.js';
export * from './world.js';
