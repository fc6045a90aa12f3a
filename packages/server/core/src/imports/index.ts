export { importFile } from './import-file.js';
export { Import, ImportState } from './import.entity.js';
export { importRoutes } from './import.routes.js';
export { runImports } from './import.queue.js';
export { importsFeature } from './imports.feature.js';
