import { writeSheet } from '@weixiang/kernel';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const built = fileURLToPath(new URL('../dist/', import.meta.url));
// Six batches: enough to be killed between. A nightly run can ask for more: KILLED_ROWS=12000.
const rows = Number(process.env['KILLED_ROWS'] ?? 3_000);

/** What the API says of an import. */
interface ImportState {
  state: string;
  total: number;
  accepted: number;
  unchanged: number;
  rejectedCount: number;
}

describe('an import', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'weixiang-crash-'));
  let port: number;
  let token: string;
  let password: string;
  let server: ChildProcess;

  beforeAll(async () => {
    port = await freePort();
    password = /with (\S+)/.exec(await output('commands/create-tenant.js', tenantFlags))?.[1] ?? '';
    server = await start();
    const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }';
    token = Object(await ask(signIn, { input: { login: 'admin', password } })).signIn.token;
  }, 120_000);
  afterAll(async () => {
    server.kill('SIGTERM');
    await ended(server);
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('ends complete with nothing doubled when the server is killed in the middle', async () => {
    const id = await upload(await ledger('2025-03-04', 0));
    await progressed(id);
    server.kill('SIGKILL');
    await ended(server);
    server = await start();
    expect(await finished(id)).toEqual({ state: 'done', total: rows, accepted: rows, unchanged: 0, rejectedCount: 0 });
    expect(await wishCount()).toBe(rows);
  }, 180_000);

  it('ends complete with nothing doubled when the database is killed in the middle', async () => {
    const id = await upload(await ledger('2025-03-05', rows));
    await progressed(id);
    process.kill(Number.parseInt(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10), 'SIGKILL');
    expect(await finished(id)).toEqual({ state: 'done', total: rows, accepted: rows, unchanged: 0, rejectedCount: 0 });
    expect(await wishCount()).toBe(2 * rows);
  }, 180_000);

  async function start(): Promise<ChildProcess> {
    const child = spawn(process.execPath, [`${built}main.js`], { env: environment(), stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise<void>((resolve, reject) => {
      child.stdout?.on('data', (chunk: Buffer) => {
        if (process.env['TEST_LOG']) process.stderr.write(chunk);
        if (chunk.toString().includes('ready')) resolve();
      });
      child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready.`)));
    });
    return child;
  }

  function environment(): NodeJS.ProcessEnv {
    const { PATH, HOME } = process.env;
    return { PATH, HOME, DATA_DIR: dataDir, PORT: String(port), NODE_ENV: 'production', WEIXIANG_KEYS: `test:${'A'.repeat(43)}=`, LOG_LEVEL: process.env['TEST_LOG'] ?? 'error' };
  }

  async function output(command: string, flags: readonly string[]): Promise<string> {
    const child = spawn(process.execPath, [`${built}${command}`, ...flags], { env: environment(), stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    await ended(child);
    return text;
  }

  async function ask(query: string, variables: Record<string, unknown>): Promise<unknown> {
    const answer = await fetch(`http://127.0.0.1:${port}/t/crash/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    return Object(await answer.json()).data;
  }

  async function upload(file: Buffer): Promise<string> {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(file)]), 'wishes.xlsx');
    const answer = await fetch(`http://127.0.0.1:${port}/t/crash/imports/wishes`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form });
    return Object(await answer.json()).id;
  }

  /** What the server says of it; null while it cannot answer. */
  async function stateOf(id: string): Promise<ImportState | null> {
    try {
      return Object(await ask('query ($id: ID!) { import(id: $id) { state total accepted unchanged rejectedCount } }', { id })).import ?? null;
    } catch {
      return null;
    }
  }

  /** Waits until some rows are in and most are not. */
  async function progressed(id: string): Promise<void> {
    for (;;) {
      const found = await stateOf(id);
      if (found && found.accepted > 0) return expect(found.accepted).toBeLessThan(rows);
      await pause(20);
    }
  }

  async function finished(id: string): Promise<ImportState | null> {
    for (;;) {
      if (server.exitCode !== null || server.signalCode !== null) throw new Error('The server has ended.');
      const found = await stateOf(id);
      if (found?.state === 'done' || found?.state === 'failed') return found;
      await pause(200);
    }
  }

  async function wishCount(): Promise<number> {
    return Object(await ask('{ wishes(first: 1) { totalCount } }', {})).wishes.totalCount;
  }

  it('leaves no process behind when the server stops', async () => {
    const file = join(dataDir, 'postgres/postmaster.pid');
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    server.kill('SIGTERM');
    await ended(server);
    expect(existsSync(file)).toBe(false);
    expect(() => process.kill(pid, 0)).toThrow();
    server = await start();
  }, 60_000);

  it('leaves no process behind when server and database are killed at once', async () => {
    const file = join(dataDir, 'postgres/postmaster.pid');
    const database = Number.parseInt(readFileSync(file, 'utf8'), 10);
    const jobs = jobsOf(server);
    server.kill('SIGKILL');
    process.kill(database, 'SIGKILL');
    await ended(server);
    for (let tries = 0; tries < 75 && isThere(jobs); tries += 1) await pause(200);
    expect(isThere(jobs)).toBe(false);
    server = await start();
  }, 60_000);
});

/** The process of jobs that a server started, by the system's list of its children. */
function jobsOf({ pid }: ChildProcess): number {
  const listed = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).stdout.split('\n');
  const [jobs] = listed.map((line) => line.trim().split(/\s+/)).filter(([, parent, ...command]) => parent === String(pid) && command.some((word) => word.endsWith('jobs.js')));
  return Number(jobs?.[0]);
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const tenantFlags = [
  ['slug', 'crash'],
  ['name', '某区'],
  ['brand', '某区红色项目'],
  ['seal', '某'],
  ['root', '中共某区委员会'],
  ['code', 'Q'],
  ['login', 'admin'],
  ['person', '郑海宁'],
].flatMap(([name, value]) => [`--${name}`, String(value)]);

/** A ledger of wishes at the root, every row different from those of another date and first number. */
function ledger(date: string, after: number): Promise<Buffer> {
  const headers = ['序号', '登记日期', '来源渠道', '所属网格编码', '居民姓名', '联系电话', '心愿内容', '类别', '需求类型', '轻重缓急', '办理状态', '答复'];
  const content = Array.from({ length: rows }, (_, at) => [after + at + 1, date, '微信群', 'Q', '沈雨桐', '19900007274', `希望第${after + at}号楼前装一盏灯`, '环境美化', '共性', '轻缓', '办理中', '']);
  return writeSheet(headers.map((header) => ({ header })), content);
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
