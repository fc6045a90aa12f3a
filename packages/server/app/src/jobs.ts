import { createLogger, JobRunner, Kernel, type Logger } from '@weixiang/kernel';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { type JobsOrder, patienceMs } from './beside.js';
import { bearLostConnections, kernelOptions } from './kernel-options.js';
import { readSettings } from './settings.js';

/**
 * The process of jobs: imports, crons, consumers. It lives as long as the server that started it, whose requests come
 * before its work.
 */
async function main(): Promise<void> {
  // Rubbish may come to twice of what is in use before it is collected; by itself the engine lets it come to more where the machine has much.
  setFlagsFromString('--heap-growing-percent=200');
  try {
    setPriority(10);
  } catch {
    // Where a process may not even step back, it works as it is.
  }
  let isGone = false;
  process.once('disconnect', () => (isGone = true));
  const [order] = (await once(process, 'message')) as [JobsOrder]; // the only message there is
  const settings = readSettings(process.env);
  const log = createLogger(settings.logLevel);
  const kernel = await Kernel.start(kernelOptions(settings, order, log, (line) => void process.stdout.write(`${line}\n`)));
  bearLostConnections(log);
  const jobs = new JobRunner(kernel, order.urls.databaseDirectUrl);
  const stop = async (): Promise<void> => {
    await jobs.stop();
    await kernel.close();
  };
  process.once('disconnect', () => void leave(stop, log));
  if (isGone) return leave(stop, log);
  await jobs.start();
}

/**
 * Ends this process whatever it waits for: a database that died with the server, or somebody who has the end of our output and
 * does not read it, for whom the log would wait at an ordinary exit. The server would cut it short as well, but may be gone.
 */
async function leave(stop: () => Promise<void>, log: Logger): Promise<void> {
  const end = (): void => void process.kill(process.pid, 'SIGKILL');
  setTimeout(end, patienceMs);
  await stop().catch(() => undefined);
  log.flush(end);
  setTimeout(end, 1_000);
}

// Ctrl-C reaches the whole group; the server says when to stop.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
