export { indexMissingRecords } from './missing-entries.js';
export * from './searched-record.js';
