export * from './database.js';
export * from './server.js';
export * from './sql.js';
