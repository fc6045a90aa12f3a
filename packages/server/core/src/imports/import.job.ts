import type { CronDefinition, JobDefinition } from '@weixiang/kernel';
import { areImportsStuck, runImports } from './import.queue.js';
import { importJobName, wakeImports } from './import.service.js';

/** Works through a tenant's imports. */
export const importJob: JobDefinition = {
  name: importJobName,
  runOutside: (kernel, tenant, _payload, signal) => runImports(kernel, tenant, signal),
};

/** The queue gives a dead process's job to another only after hours; an import that lost its process goes on at once. */
export const resumeImports: CronDefinition = {
  name: 'imports.resume',
  everyMinutes: 1,
  atStart: true,
  async run(tx) {
    if (await areImportsStuck(tx.em, tx.tenant)) wakeImports(tx);
  },
};
