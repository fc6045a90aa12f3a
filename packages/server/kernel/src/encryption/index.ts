export { Cipher, MissingKey, type EncryptedType, type Place } from './cipher.js';
export { hasEncryptedFields } from './encrypted-columns.js';
export { ownKeyFile, parseKeys, readKeyFile, type KeyRing } from './key-ring.js';
export { reencryptTenant } from './reencrypt.js';
