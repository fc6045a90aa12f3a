import type { DatabaseUrls, Logger } from '@weixiang/kernel';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** What the process of jobs is told by the server that starts it; all else it reads from the same environment. */
export interface JobsOrder {
  urls: DatabaseUrls;
  filesDir: string;
}

// From its sources in npm run dev, else built.
const program = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './jobs.ts' : './jobs.js', import.meta.url));
/** Megabytes of each half of the heap's young part: an import fills the 64 that the engine takes by itself, and is no slower with these. */
const youngMegabytes = 16;
/** How long the process of jobs may take to leave off at a good place. */
export const patienceMs = 12_000;

/**
 * Runs jobs, crons and consumers in a process of their own (docs/adr/0026), and starts it again whenever it ends by itself.
 */
export function startJobsBeside(order: JobsOrder, log: Logger): { stop(): Promise<void> } {
  let isStopping = false;
  let child: ChildProcess;
  const begin = (): void => {
    child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [...process.execArgv, `--max-semi-space-size=${youngMegabytes}`] });
    child.on('error', (error) => log.error({ err: error }, 'the process of jobs could not be reached'));
    child.once('exit', (code, signal) => {
      if (isStopping) return;
      log.error({ code, signal }, 'the process of jobs ended by itself; it is started again');
      void pause(1_000, undefined, { ref: false }).then(() => isStopping || begin());
    });
    child.send(order);
  };
  begin();
  return {
    async stop() {
      isStopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      // It stops when the channel is gone, as it does when this process was killed.
      if (child.connected) child.disconnect();
      const cut = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      await ended;
      clearTimeout(cut);
    },
  };
}
