export { exportRoutes } from './export.routes.js';
export { exportsFeature } from './exports.feature.js';
export { LedgerExport } from './ledger-export.entity.js';
