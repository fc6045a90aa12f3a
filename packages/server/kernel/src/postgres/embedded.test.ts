import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningPostgres, type StartPostgresOptions, startPostgres } from './embedded.js';
import { readPostmaster } from './postmaster.js';
import { beganAt } from './process-identity.js';
import { StartupError } from './startup-error.js';

let dataDir: string;
let started: RunningPostgres[];
let servers: ChildProcess[];
/** A data folder whose database was made and stopped. */
let made: string;

beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'weixiang-embedded-'));
  const postgres = await startPostgres({ dataDir: made, fsync: false });
  await postgres.stop();
});

afterAll(() => rmSync(made, { recursive: true, force: true }));

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'weixiang-embedded-'));
  started = [];
  servers = [];
});

afterEach(async () => {
  for (const server of servers) server.kill('SIGKILL');
  for (const postgres of started) await postgres.stop();
  while (isRunning()) await pause(20);
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(options: Partial<StartPostgresOptions> = {}): Promise<RunningPostgres> {
  const postgres = await startPostgres({ dataDir, fsync: false, ...options });
  started.push(postgres);
  return postgres;
}

/** Starts on a database that was made before: making one takes longer than most of what is tested of it. */
function startAgain(options: Partial<StartPostgresOptions> = {}): Promise<RunningPostgres> {
  bringData();
  return start(options);
}

function bringData(): void {
  cpSync(made, dataDir, { recursive: true });
  // PostgreSQL takes no folder that others may enter, and a copy gets the mode of a new one.
  chmodSync(join(dataDir, 'postgres'), 0o700);
}

async function ask(postgres: { adminUrl: string }, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: postgres.adminUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(sql);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}

function postmasterPid(): number {
  return readPostmaster(join(dataDir, 'postgres'))?.pid ?? 0;
}

function isRunning(): boolean {
  return postmasterPid() !== 0 && beganAt(postmasterPid()) !== null;
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
}

/** A server process of its own that holds the database until it is killed. */
async function startInOwnProcess(): Promise<{ server: ChildProcess; adminUrl: string }> {
  bringData();
  const program = `
    const { startPostgres } = await import(${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)});
    const postgres = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(postgres.adminUrl);
    setInterval(() => {}, 1000);`;
  const server = spawn(process.execPath, ['--import', '@oxc-node/core/register', '--input-type=module', '-e', program], { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'inherit'] });
  servers.push(server);
  const [adminUrl] = await once(createInterface(server.stdout), 'line');
  return { server, adminUrl };
}

describe('the embedded PostgreSQL', () => {
  it('keeps its data, its password and its address from one start to the next', async () => {
    const first = await start();
    await ask(first, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await start();
    expect(second.adminUrl).toBe(first.adminUrl);
    expect(await ask(second, 'select answer from kept')).toBe(42);
    expect(statSync(join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600);
  });

  it('treats Chinese characters as letters and sorts alike on every machine', async () => {
    const postgres = await start();
    await ask(postgres, 'create extension pg_trgm');
    expect(await ask(postgres, `select cardinality(show_trgm('谯城区')) as answer`)).toBe(4);
    expect(await ask(postgres, `select datlocale as answer from pg_database where datname = 'postgres'`)).toBe('C.UTF-8');
  });

  it('leaves no process behind when stopped', async () => {
    const postgres = await startAgain();
    const pid = postmasterPid();
    await postgres.stop();
    expect(beganAt(pid)).toBeNull();
  });

  it('lets connections close that are closing, and cuts off those that stay', async () => {
    const postgres = await startAgain();
    const [leaving, staying] = [new pg.Client({ connectionString: postgres.adminUrl }), new pg.Client({ connectionString: postgres.adminUrl })];
    const errors: string[] = [];
    leaving.on('error', ({ message }) => errors.push(`leaving: ${message}`));
    staying.on('error', ({ message }) => errors.push(`staying: ${message}`));
    await Promise.all([leaving.connect(), staying.connect()]);
    setTimeout(() => void leaving.end(), 300);
    await postgres.stop();
    expect(errors).toContain('staying: terminating connection due to administrator command');
    expect(errors.filter((error) => error.startsWith('leaving'))).toEqual([]);
  });

  it('listens at no port, and lets nobody else at its socket', async () => {
    const postgres = await startAgain();
    expect(await ask(postgres, `select current_setting('listen_addresses') as answer`)).toBe('');
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'postgres', '.s.PGSQL.5432')).mode & 0o077).toBe(0);
  });

  it('is reached in a folder whose path is longer than the address of a socket may be', async () => {
    const far = join(dataDir, ...Array.from({ length: 12 }, () => '很远的文件夹'));
    const postgres = await startPostgres({ dataDir: far, fsync: false });
    expect(await ask(postgres, 'select 42 as answer')).toBe(42);
    await postgres.stop();
  });

  it('says in one line that the data folder cannot be made', async () => {
    writeFileSync(join(dataDir, 'file'), '');
    const failure = await startPostgres({ dataDir: join(dataDir, 'file', 'below') }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartupError);
    expect(String(failure)).toMatch(/^StartupError: The data folder .*below cannot be written \(.+\)\. Set DATA_DIR to one that can\.$/);
  });

  it.runIf(process.platform === 'linux')('does not try for ever where nothing can be made', async () => {
    await expect(startPostgres({ dataDir: '/proc/weixiang' })).rejects.toThrow(/^The data folder \/proc\/weixiang cannot be written/);
  });

  it('refuses data of another PostgreSQL version', async () => {
    mkdirSync(join(dataDir, 'postgres'));
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toThrow(/made by PostgreSQL 15, this version brings PostgreSQL 18/);
  });
});

describe('kill -9', () => {
  it('of the database loses nothing and brings it back at the same address', async () => {
    const lines: string[] = [];
    const postgres = await startAgain({ fsync: true, log: (line) => lines.push(line) });
    await ask(postgres, 'create table kept as select 42 as answer');
    const killed = postmasterPid();
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => ask(postgres, 'select answer from kept').catch(() => null), { timeout: 20_000 }).toBe(42);
    expect(postmasterPid()).not.toBe(killed);
    expect(lines).toContain('The database stopped unexpectedly; starting it again.');
  });

  it('of the database while a connection computes does not wait for that to end', async () => {
    const postgres = await startAgain();
    const computing = ask(postgres, 'select count(*) as answer from generate_series(1, 1000000000000)').catch(() => 'ended');
    await expect.poll(() => ask(postgres, `select count(*)::int as answer from pg_stat_activity where state = 'active' and query like '%generate_series%'`)).toBeGreaterThan(1);
    process.kill(postmasterPid(), 'SIGKILL');
    expect(await computing).toBe('ended');
    await expect.poll(() => ask(postgres, 'select 1 as answer').catch(() => null), { timeout: 20_000 }).toBe(1);
  });

  it('of one backend ends that connection alone', async () => {
    const postgres = await startAgain();
    const client = new pg.Client({ connectionString: postgres.adminUrl });
    client.on('error', () => {});
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
    await expect.poll(() => ask(postgres, 'select 1 as answer').catch(() => null), { timeout: 20_000 }).toBe(1);
  });

  it('of the server ends the database with it, and the next start has everything', async () => {
    const { server, adminUrl } = await startInOwnProcess();
    await ask({ adminUrl }, 'create table kept as select 42 as answer');
    const pid = postmasterPid();
    server.kill('SIGKILL');
    await expect.poll(() => beganAt(pid), { timeout: 20_000 }).toBeNull();
    expect(await ask(await start(), 'select answer from kept')).toBe(42);
  });

  it('of server and database at once is recovered from', async () => {
    const { server, adminUrl } = await startInOwnProcess();
    await ask({ adminUrl }, 'create table kept as select 42 as answer');
    process.kill(postmasterPid(), 'SIGKILL');
    server.kill('SIGKILL');
    expect(await ask(await start(), 'select answer from kept')).toBe(42);
  });

  it('is recovered from when the process id was given to a stranger meanwhile', async () => {
    const { server } = await startInOwnProcess();
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    process.kill(postmasterPid(), 'SIGKILL');
    server.kill('SIGKILL');
    await once(server, 'exit');
    const stranger = spawn('sleep', ['60']);
    for (const lock of [file, join(dataDir, 'postgres', '.s.PGSQL.5432.lock')]) writeFileSync(lock, readFileSync(lock, 'utf8').replace(/^.*$/m, String(stranger.pid)));
    expect(await ask(await start(), 'select 1 as answer')).toBe(1);
    expect(stranger.kill()).toBe(true);
  });

  it.runIf(process.platform === 'linux')('is recovered from when nobody buried the dead database', async () => {
    const postgres = await startAgain();
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    const left = readFileSync(file, 'utf8');
    await postgres.stop();
    // A shell that became another program never asks after its children.
    const careless = spawn('sh', ['-c', 'true & exec sleep 60']);
    await expect.poll(() => childrenOf(careless.pid ?? 0).map(beganAt)).toEqual([null]);
    const [zombie] = childrenOf(careless.pid ?? 0);
    writeFileSync(file, left.replace(/^.*$/m, String(zombie)));
    expect(await ask(await start(), 'select 1 as answer')).toBe(1);
    careless.kill();
  });
});

describe.runIf(process.getuid?.() === 0)('as root', () => {
  // "nobody" is how it runs where user namespaces are forbidden, as in a Docker container.
  for (const account of ['namespace', 'nobody'] as const) {
    it(`runs as ${account}, in a folder that root alone may enter`, async () => {
      chmodSync(dataDir, 0o700);
      const postgres = await start({ account });
      expect(await ask(postgres, 'select 42 as answer')).toBe(42);
      expect(statSync(join(dataDir, 'postgres')).uid).toBe(account === 'nobody' ? 65534 : 0);
    });
  }

  it('opens as one account what was made as the other', async () => {
    for (const account of ['nobody', 'namespace', 'nobody'] as const) {
      const postgres = await start({ account });
      await ask(postgres, `create table kept_by_${account} as select 42 as answer`).catch(() => undefined);
      expect(await ask(postgres, 'select answer from kept_by_nobody')).toBe(42);
      await postgres.stop();
    }
  });
});
