import { peopleIdentity } from '@weixiang/core';
import { createLogger, Kernel, reencryptTenant, StartupError, systemClock } from '@weixiang/kernel';
import { core, plugins } from '../installed.js';
import { keysOf } from '../keys.js';
import { openDatabase } from '../server.js';
import { readSettings } from '../settings.js';

/**
 * `npm run reencrypt`: brings every encrypted field of every tenant under the first key, and says when no other key is
 * needed any more. A server does the same by itself at its start and once an hour.
 */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const keys = keysOf(settings);
  const database = await openDatabase(settings, () => {});
  const kernel = await Kernel.start({ ...database.urls, core, plugins, identity: peopleIdentity, clock: systemClock, log: createLogger('error'), filesDir: database.filesDir, keys });
  try {
    for (const { id, slug } of await kernel.tenants.all()) {
      for (const [table, rows] of await reencryptTenant(kernel.database, kernel.cipher, id)) process.stdout.write(`${slug}: ${table}, ${rows} rows rewritten\n`);
    }
    process.stdout.write(`Everything stands under the key ${keys?.current ?? 'of nobody'}. Once every server has started with it first, the others can go.\n`);
  } finally {
    await kernel.close();
    await database.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof StartupError ? error.message : String(error)}\n`);
  process.exit(1);
});
