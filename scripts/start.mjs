// npm start: installs, builds and runs the product; needs nothing but Node 20 and npm. With --build-only it does not run.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureServerBuilt, ensureWebBuilt } from './build.mjs';
import { inRoot, root } from './files.mjs';
import { ensureInstalled, node } from './install.mjs';
import { whenParentDies } from './parent.mjs';
import { main } from './steps.mjs';

await main(async () => {
  console.log('Weixiang 微项');
  await ensureInstalled();
  await ensureServerBuilt();
  await ensureWebBuilt();
});
if (process.argv.includes('--build-only')) process.exit();

const { nodeFlags } = await import('../packages/server/kernel/dist/node-flags.js'); // built by now

// A session of its own: Ctrl-C reaches the launcher alone, and the server hears of it once. The channel between the two
// tells the server when the launcher was killed.
const server = spawn(node, [...nodeFlags, inRoot('packages/server/app/dist/main.js')], {
  cwd: root,
  detached: process.platform !== 'win32',
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
});

let stoppedAt = 0;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
whenParentDies(() => stop('SIGTERM'));

function stop(signal) {
  // npm passes on what the terminal has sent us already; only a second wish, later, means force.
  if (stoppedAt && Date.now() - stoppedAt > 2_000) server.kill('SIGKILL');
  if (stoppedAt) return;
  stoppedAt = Date.now();
  server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
}

server.on('error', (error) => {
  console.error(`The server could not be started: ${error.message}`);
  process.exit(1);
});
server.on('exit', async (code, signal) => {
  if (signal) await databaseIsDown();
  // Told to stop before it could listen to us, the server dies of the signal, which is what was wanted.
  process.exit(code ?? (stoppedAt && signal !== 'SIGKILL' ? 0 : 128 + constants.signals[signal]));
});

// The embedded database stops by itself when its server is killed; the launcher ends after it, and nothing is left.
async function databaseIsDown() {
  const pidFile = join(resolve(root, process.env.DATA_DIR || '.data'), 'postgres', 'postmaster.pid');
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      process.kill(Number.parseInt(readFileSync(pidFile, 'utf8'), 10), 0);
    } catch {
      return;
    }
    await pause(50);
  }
}
