export * from './ledger.js';
export * from './scene.js';
export * from './verdict.js';
export * from './world.js';
