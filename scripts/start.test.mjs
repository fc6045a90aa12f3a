// npm start as a user meets it: what it says, how it ends, and what is left when it is killed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inRoot, root } from './files.mjs';

let dataDir;
let port;
const launched = new Set();

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'weixiang-start-'));
  port = await freePort();
});

afterEach(async () => {
  for (const { launcher } of launched) launcher.kill('SIGTERM');
  launched.clear();
  await nothingIsLeft();
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const chosen = server.address().port;
  server.close();
  return chosen;
}

function launch(environment = {}) {
  const began = performance.now();
  const launcher = spawn('node', [inRoot('scripts/start.mjs')], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'development', PORT: String(port), DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const run = { launcher, output: '', errors: '', ended: once(launcher, 'exit').then(([code]) => code) };
  launcher.stdout.setEncoding('utf8').on('data', (text) => (run.output += text));
  launcher.stderr.setEncoding('utf8').on('data', (text) => (run.errors += text));
  run.ready = async () => {
    await expect.poll(async () => (await ask('/readyz')) === 200 && run.output.includes('/t/qiaocheng/'), { timeout: 120_000, interval: 50 }).toBe(true);
    return performance.now() - began;
  };
  launched.add(run);
  return run;
}

async function ask(path) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
  return answer?.status ?? null;
}

/** Processes that serve our data folder: the server has it in its environment, the database works in it. */
function processes() {
  const found = [];
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      if (readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`DATA_DIR=${dataDir}`)) found.push({ pid: Number(pid), command });
    } catch {
      // It ended while we looked.
    }
  }
  return found.map(({ pid, command }) => ({ pid, name: command.find((word) => /start\.mjs$|main\.js$/.test(word)) ?? command[0] })).filter(({ name }) => name);
}

function databasePid() {
  try {
    const pid = Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ') ? null : pid;
  } catch {
    return null;
  }
}

const nothingIsLeft = () => expect.poll(() => [...processes(), databasePid()].filter(Boolean), { timeout: 30_000 }).toEqual([]);
const serverPid = () => processes().find(({ name }) => name.endsWith('main.js')).pid;

// It runs what is built; npm test builds first, a bare vitest run may not have.
describe.runIf(process.env.WEIXIANG_BUILT === '1' && process.platform === 'linux')('npm start', () => {
  it('loads the example, says where everything is, and ends on Ctrl-C with nothing left', async () => {
    const first = launch();
    await first.ready();
    for (const place of [`/t/qiaocheng/`, '/t/qiaocheng/console', '/t/qiaocheng/graphql', '/t/jiayuguan/', 'weixiang-demo']) expect(first.output).toContain(place);
    // Requests do not push the addresses up.
    expect(first.output.trimEnd().split('\n').at(-1)).toContain('Demo accounts');
    first.launcher.kill('SIGINT');
    expect([await first.ended, first.errors]).toEqual([0, '']);
    await nothingIsLeft();
  });

  it('skips at the second start what is done already', async () => {
    const second = launch();
    await second.ready();
    expect(second.output).toContain('up to date');
  });

  it('leaves nothing when the launcher is killed, and starts again', async () => {
    const killed = launch();
    await killed.ready();
    killed.launcher.kill('SIGKILL');
    await nothingIsLeft();
    expect(await launch().ready()).toBeLessThan(30_000);
  });

  it('leaves nothing when the launcher is killed before the server is ready', async () => {
    const early = launch();
    await expect.poll(() => processes().some(({ name }) => name.endsWith('main.js')), { timeout: 60_000, interval: 5 }).toBe(true);
    early.launcher.kill('SIGKILL');
    await nothingIsLeft();
  });

  it('leaves nothing when the server is killed, and starts again', async () => {
    const killed = launch();
    await killed.ready();
    process.kill(serverPid(), 'SIGKILL');
    expect(await killed.ended).toBe(137);
    await nothingIsLeft();
    expect(await launch().ready()).toBeLessThan(30_000);
  });

  it('goes on when the database is killed', async () => {
    const run = launch();
    await run.ready();
    const before = databasePid();
    process.kill(before, 'SIGKILL');
    await expect.poll(async () => databasePid() !== before && (await ask('/readyz')), { timeout: 30_000 }).toBe(200);
  });

  it('says in one line what it cannot start with', async () => {
    const stranger = createServer().listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const taken = stranger.address().port;
    const file = join(dataDir, 'a-file');
    writeFileSync(file, '');
    const nowhere = 'postgresql://weixiang@127.0.0.1:1/weixiang';
    const refusals = [
      [{ PORT: String(taken) }, `Port ${taken} is already in use`],
      // A newcomer does not wait for the example to hear of it.
      [{ PORT: String(taken), DATA_DIR: join(dataDir, 'fresh') }, `Port ${taken} is already in use`],
      [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is “loud”'],
      [{ DATABASE_URL: 'hello', DATABASE_OWNER_URL: 'hello' }, 'DATABASE_OWNER_URL is no address of a database'],
      [{ DATA_DIR: file }, `The data folder ${file} cannot be written`],
      [{ DATABASE_URL: nowhere, DATABASE_OWNER_URL: nowhere }, 'DATABASE_OWNER_URL (127.0.0.1:1/weixiang) cannot be used'],
    ];
    for (const [environment, line] of refusals) {
      const run = launch(environment);
      expect(await run.ended).toBe(1);
      expect(run.errors.trim().split('\n')).toEqual([expect.stringContaining(line)]);
      expect(run.output).not.toContain('Making the example');
    }
    stranger.close();
  });
});
