import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Kernel, Tenant } from '@weixiang/kernel';
import { requestOf } from './import.context.js';
import { Import, ImportState } from './import.entity.js';
import { runImports } from './import.queue.js';
import { queueImport } from './import.service.js';

/**
 * Imports a file of this machine as the product itself, and waits until it is through.
 * @throws Error when the file as a whole could not be read.
 * @example const { accepted, rejectedCount } = await importFile(kernel, tenant, 'wishes', '/tmp/wishes.xlsx')
 */
export async function importFile(kernel: Kernel, tenant: Tenant, ledger: string, path: string, isDryRun = false): Promise<Import> {
  const file = await kernel.files.of(tenant.id).put('imports', createReadStream(path));
  const { id } = await kernel.asSystem(tenant, `import ${ledger}`, (tx) => queueImport(tx, { ledger, fileName: basename(path), file, isDryRun }));
  for (;;) {
    await runImports(kernel, tenant);
    const run = await kernel.asSystem(tenant, requestOf(id), (tx) => tx.em.findOneOrFail(Import, { id }));
    if (run.state === ImportState.done) return run;
    if (run.state === ImportState.failed) throw new Error(`${basename(path)}: ${run.failureText?.zh} ${run.failureText?.en}`);
    await wait(100); // another process works through the tenant's imports
  }
}
