import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isPostgresOf, postgresProcessesOf } from './process-identity.js';

/** What a running PostgreSQL says of itself in its data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly isReady: boolean;
}

export function readPostmaster(cluster: string): Postmaster | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, isReady: lines[7]?.trim() === 'ready' } : null;
  } catch {
    return null;
  }
}

/**
 * Stops the PostgreSQL that a killed server left behind, with nothing lost, and returns when the folder is free. The
 * fast way lets it write what it has; one that does not end within `patience` ms is told to quit and recovers at start.
 */
export async function stopLeftover(cluster: string, log: (line: string) => void, patience = 30_000): Promise<void> {
  const found = readPostmaster(cluster);
  if (!found) return;
  if (!isPostgresOf(found.pid, cluster)) {
    await endOrphans(cluster);
    disownPid(cluster);
    return;
  }
  log('Stopping the database that an earlier server left running.');
  await stopPostmaster(found.pid, cluster, patience);
}

/** Ends a postmaster by ever ruder signals; returns when it is gone. */
export async function stopPostmaster(pid: number, cluster: string, patience: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!tell(pid, signal)) return;
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (!isPostgresOf(pid, cluster)) return;
      await pause(20);
    }
  }
}

// A backend that computes does not notice that its postmaster was killed, and holds the memory that the next one needs.
// What it had not committed is lost either way.
async function endOrphans(cluster: string): Promise<void> {
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    for (const pid of postgresProcessesOf(cluster)) tell(pid, signal);
    const deadline = Date.now() + 3_000;
    while (postgresProcessesOf(cluster).length > 0 && Date.now() < deadline) await pause(20);
  }
}

/** Signals a process; false when it is gone. */
export function tell(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

// After a kill -9 the recorded id may belong to a stranger by now, or to a zombie that nobody buries (the first process of
// a container seldom does), and PostgreSQL would refuse to start for ever. It passes over the id that PG_GRANDPARENT_PID names, ours; the rest of the file stays, for the check that no backend still lives.
function disownPid(cluster: string): void {
  const file = join(cluster, 'postmaster.pid');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^.*$/m, String(process.pid)));
}
