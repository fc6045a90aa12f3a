import type { JobDefinition } from '@weixiang/kernel';
import { runOutJob, writeRunningOut } from './emergency-access.service.js';

/** Writes down that an emergency access ran out, when it does. The right itself is gone without it. */
export const runOut: JobDefinition = {
  name: runOutJob,
  run: (tx, { id }) => writeRunningOut(tx, String(id)),
};
