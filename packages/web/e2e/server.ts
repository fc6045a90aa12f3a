import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the served example is: `http://localhost:41234`. */
    address: string;
  }
}

const built = fileURLToPath(new URL('../../server/app/dist/main.js', import.meta.url));

/**
 * Serves the example once for all browser tests: the built server as a process of its own, on a free port and an empty
 * data folder. A run that is given `WEIXIANG_TEST_URL` uses the server there and starts none.
 */
export default async function serveExample(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!process.env['WEIXIANG_CHROMIUM']) return undefined;
  const running = process.env['WEIXIANG_TEST_URL'];
  if (running) {
    project.provide('address', running);
    return undefined;
  }
  if (!existsSync(built)) throw new Error('The browser tests use what was built: run npm run build, or npm test.');
  const dataDir = mkdtempSync(join(tmpdir(), 'weixiang-e2e-'));
  // A forked server ends with its parent, however that ends.
  const server = fork(built, {
    execArgv: ['--enable-source-maps'],
    // A machine that is slow for a moment is no rush of requests.
    env: { ...process.env, NODE_ENV: 'test', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn', REQUESTS_AT_ONCE: '64' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  // A run that is told to end tidies up nothing by itself, and has no time to wait.
  const breakOff = (): void => {
    server.kill('SIGKILL');
    // The database notices that its server is gone, and writes until then.
    for (let tries = 0; tries < 50 && existsSync(dataDir); tries += 1) {
      try {
        rmSync(dataDir, { recursive: true, force: true });
      } catch {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      }
    }
  };
  // Before the run's folder goes, which it writes in.
  process.prependOnceListener('exit', breakOff);
  const stop = async (): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    process.off('exit', breakOff);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    project.provide('address', await addressOf(server));
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where the server says that it serves, once it does. What it says otherwise is kept for the case that it never gets there. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const [, address] = /(http:\/\/localhost:\d+)\/t\/qiaocheng\/\n/.exec(said) ?? [];
      if (address) resolve(address);
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('exit', (code) => reject(new Error(`The server ended with ${code} before it served:\n${said}`)));
  });
}
