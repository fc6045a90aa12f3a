// npm run bench:start [-- --clone] [--runs 5] [--json]: how long it takes from nothing, or from what is there, to an answer.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from '../../packages/server/kernel/dist/node-flags.js';
import { portalOf } from '../../scripts/portal.mjs';
import { quantile, report } from '../aims.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const main = join(root, 'packages/server/app/dist/main.js');
const runs = Number(process.argv[process.argv.indexOf('--runs') + 1]) || 5;
const folder = mkdtempSync(join(tmpdir(), 'weixiang-start-'));
const dataDir = join(folder, 'data');
const environment = { ...process.env, NODE_ENV: '', PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'error' };

try {
  const figures = [];
  const note = (name, seconds) => figures.push({ name, value: seconds, unit: 's' });
  if (process.argv.includes('--clone')) {
    const clone = join(folder, 'clone');
    await done(spawn('git', ['clone', '--quiet', root, clone], { stdio: 'inherit' }));
    const cold = await started(() => spawn('npm', ['start'], { cwd: clone, env: { ...environment, DATA_DIR: join(folder, 'of-clone') }, stdio: ['ignore', 'pipe', 'inherit'], detached: true }));
    note('a fresh clone: npm start, with npm’s cache as it is', cold.seconds);
    process.kill(-cold.server.pid, 'SIGTERM');
    await once(cold.server, 'exit');
  }
  const first = await started(serve);
  note('built, on an empty folder: database, migrations, example', first.seconds);
  await stop(first.server, 'SIGTERM');
  const seconds = [];
  for (let run = 0; run < runs; run += 1) {
    const again = await started(serve);
    seconds.push(again.seconds);
    await stop(again.server, 'SIGTERM');
  }
  note(`again, on what is there (median of ${runs})`, quantile(seconds, 0.5));
  const killed = await started(serve);
  await stop(killed.server, 'SIGKILL');
  const after = await started(serve);
  note('again, after it was killed', after.seconds);
  await stop(after.server, 'SIGTERM');
  process.exitCode = report('From the command to the first answer', figures);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function serve() {
  return fork(main, { execArgv: [...nodeFlags], env: environment, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
}

/** Starts a server and asks as soon as it has said where it listens. */
async function started(start) {
  const since = performance.now();
  const server = start();
  const address = await portalOf(server);
  const answer = await fetch(`${address}graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ wishes(first: 3) { totalCount nodes { id words } } }' }) });
  const { data } = await answer.json();
  if (!(data?.wishes?.totalCount > 0)) throw new Error(`It answered ${answer.status} without wishes.`);
  return { server, seconds: (performance.now() - since) / 1000 };
}

async function stop(server, signal) {
  server.kill(signal);
  if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
}

async function done(process_) {
  const [code] = await once(process_, 'exit');
  if (code !== 0) throw new Error(`${process_.spawnfile} ended with ${code}.`);
}
