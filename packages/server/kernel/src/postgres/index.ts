export { makeDataFolder } from './data-folder.js';
export { type RunningPostgres, type StartPostgresOptions, startPostgres } from './embedded.js';
export { ownDatabase } from './own-database.js';
export { type DatabaseUrls, prepareRoles } from './roles.js';
export { StartupError } from './startup-error.js';
