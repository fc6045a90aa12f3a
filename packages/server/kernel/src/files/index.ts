export { bucketIn, type Bucket } from './bucket.js';
export { FileStore, type StoredFile } from './file-store.js';
export { removeOrphans, type FileKind } from './orphans.js';
export { TenantFiles } from './tenant-files.js';
export { takeBuffer, takeUpload, type Upload, type UploadOptions } from './upload.js';
