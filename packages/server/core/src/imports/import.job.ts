import type { CronDefinition, JobDefinition } from '@weixiang/kernel';
import { Interrupted } from './import.error.js';
import { areImportsStuck, runImports } from './import.queue.js';
import { importJobName, wakeImports } from './import.service.js';

/** Works through a tenant's imports. */
export const importJob: JobDefinition = {
  name: importJobName,
  async runOutside(kernel, tenant, _payload, signal) {
    try {
      await runImports(kernel, tenant, signal);
    } catch (error) {
      if (!(error instanceof Interrupted && signal.aborted)) throw error;
      // This process stops; another one, or the next start, goes on at once.
      await kernel.asSystem(tenant, importJobName, async (tx) => wakeImports(tx));
    }
  },
};

/** The queue gives a dead process's job to another only after hours; an import that lost its process goes on at once. */
export const resumeImports: CronDefinition = {
  name: 'imports.resume',
  everyMinutes: 1,
  atStart: true,
  when: `exists (select from ledger_import where tenant_id = $1 and state in ('queued', 'running'))`,
  async run(tx) {
    if (await areImportsStuck(tx.em, tx.tenant)) wakeImports(tx);
  },
};
