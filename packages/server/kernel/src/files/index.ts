export { FileStore, TenantFiles, type StoredFile } from './file-store.js';
