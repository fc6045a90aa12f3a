import { hasEncryptedFields, makeDataFolder, ownKeyFile, parseKeys, readKeyFile, StartupError, type KeyRing } from '@weixiang/kernel';
import { join } from 'node:path';
import './installed.js'; // the entities declare which fields are encrypted
import type { Settings } from './settings.js';

/**
 * The keys of encrypted fields: the operator's, or outside production a file of our own beside the data. Keys that lie
 * next to what they protect protect nothing from who takes the disk, so production does not make any.
 * @throws StartupError with one clear line.
 */
export function keysOf({ keys, keysFile, dataDir, isProduction }: Settings): KeyRing | null {
  if (!hasEncryptedFields()) return null;
  if (keys) return parseKeys(keys, 'WEIXIANG_KEYS');
  if (keysFile) return readKeyFile(keysFile);
  if (!isProduction) return ownKeyFile(join(makeDataFolder(dataDir), 'keys'));
  throw new StartupError(
    'Some fields are encrypted, and in production their key comes from you: set WEIXIANG_KEYS to k1:<base64 of 32 random bytes> (openssl rand -base64 32), or WEIXIANG_KEYS_FILE to a file that holds that. Without the key what is encrypted is lost, so keep it apart from the backups.',
  );
}
