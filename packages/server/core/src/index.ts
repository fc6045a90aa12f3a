export * from './features.js';
export * from './organisation/index.js';
export * from './people/index.js';
export * from './reports/index.js';
export * from './tenants/index.js';
export * from './vocabulary/index.js';
