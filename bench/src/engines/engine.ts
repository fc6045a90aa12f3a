import { nodeFlags } from '@weixiang/kernel';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { EngineName, Secretary } from '../queries/query.js';

/** A server that runs, in a process of its own. */
export interface Engine {
  name: EngineName;
  title: string;
  pid: number;
  /** Which of PostgreSQL's connections are its own: a condition on pg_stat_activity. */
  connections: string;
  /** Milliseconds of processor time in 1.3 s below which it has nothing to do. */
  atRestMs: number;
  port: number;
  /** Path of GraphQL for who asks. */
  pathFor(secretary: Secretary): string;
  stop(): Promise<void>;
}

/** What {@link launch} takes. */
export interface Launch {
  name: EngineName;
  title: string;
  args: string[];
  env: Record<string, string>;
  connections: string;
  atRestMs?: number;
  pathFor(secretary: Secretary): string;
  /** Where its output goes. */
  logs: string;
}

/** Starts a server on a free port, in production mode and with what we tell node, and waits until it listens. @throws Error when it ends instead. */
export async function launch({ name, title, args, env, connections, atRestMs = 90, pathFor, logs }: Launch): Promise<Engine> {
  mkdirSync(logs, { recursive: true });
  const port = await freePort();
  const log = createWriteStream(join(logs, `${name}.log`));
  await once(log, 'open');
  const child = spawn(process.execPath, [...nodeFlags, ...args], { env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production', PORT: String(port), ...env }, stdio: ['ignore', log, log, 'ipc'] }); // by the channel it learns of our end
  try {
    await listening(child, port);
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`${title} did not start; see ${join(logs, `${name}.log`)}.`, { cause: error });
  }
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { name, title, pid: child.pid ?? 0, connections, atRestMs, port, pathFor, stop };
}

async function listening(child: ChildProcess, port: number): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('It ended.');
    const isThere = await fetch(`http://127.0.0.1:${port}/`).then(() => true, () => false);
    if (isThere) return;
    await pause(100);
  }
  throw new Error('It did not listen within a minute.');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
