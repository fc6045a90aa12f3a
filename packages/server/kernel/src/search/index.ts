export { indexMissingRecords } from './missing-entries.js';
export * from './searched-record.js';
export { edition as searchEdition, entryTokens } from './tokens.js';
