export { historyOf, noHistory, type HistoryPage } from './history.service.js';
export { HistoryEntry, HistoryEntryConnection } from './history.type.js';
