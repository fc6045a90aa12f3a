import { reencryptTenant } from '@weixiang/kernel';
import { runCommand, withKernel } from './command.js';

// npm run reencrypt: brings every encrypted field of every tenant under the first key, and says when no other key is
// needed any more. A server does the same by itself at its start and once an hour.
runCommand(() =>
  withKernel(async (kernel, keys) => {
    for (const { id, slug } of await kernel.tenants.all()) {
      for (const [table, rows] of await reencryptTenant(kernel.database, kernel.cipher, id)) process.stdout.write(`${slug}: ${table}, ${rows} rows rewritten\n`);
    }
    process.stdout.write(`Everything stands under the key ${keys?.current ?? 'of nobody'}. Once every server has started with it first, the others can go.\n`);
  }),
);
