import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

// Every test file makes a database of hundreds of files and drops it again: on a disk that takes longer than some tests.
const memory = '/dev/shm';
const gigabyte = 1024 ** 3;

/** Makes the one folder that a test run and its tests write in, in memory where there is enough; it goes with the process. */
export function makeTestFolder(): string {
  const folder = mkdtempSync(join(hasMemory() ? memory : tmpdir(), 'weixiang-run-'));
  // As root, PostgreSQL runs as somebody else, who has to get through.
  chmodSync(folder, 0o711);
  // A run that is broken off tidies up nothing else; its database goes with its parent, and writes until then.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }));
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(128 + constants.signals[signal]));
  return folder;
}

/** Whether there is memory for what a run writes, beside what it needs anyway. */
function hasMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > 3 * gigabyte && process.availableMemory() > 6 * gigabyte;
  } catch {
    return false;
  }
}
