export { FileStore, TenantFiles, type StoredFile } from './file-store.js';
export { takeUpload, type Upload, type UploadOptions } from './upload.js';
