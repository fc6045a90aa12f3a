// The built product on a folder of its own and a free port of loopback, for the measuring scripts.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { nodeFlags } from '../packages/server/kernel/dist/node-flags.js';
import { portalOf } from '../scripts/portal.mjs';

const main = fileURLToPath(new URL('../packages/server/app/dist/main.js', import.meta.url));

/** Starts the product with its example. `BENCH_DATA_DIR` names a folder that is kept, so that the next start finds the example made. */
export async function serve() {
  const kept = process.env.BENCH_DATA_DIR;
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'weixiang-bench-'));
  const server = fork(main, { execArgv: [...nodeFlags], env: { ...process.env, NODE_ENV: '', PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'error' }, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const port = Number(new URL(await portalOf(server)).port);
  return {
    port,
    /** The most memory that the serving process and that of jobs ever held, in MB; NaN where the system does not say. */
    peakMemory: () => memoryOf(server.pid, 'VmHWM') + memoryOf(jobsOf(server.pid), 'VmHWM'),
    memory: () => memoryOf(server.pid, 'VmRSS') + memoryOf(jobsOf(server.pid), 'VmRSS'),
    /** Seconds of processor that both took so far. */
    processor: () => processorOf(server.pid) + processorOf(jobsOf(server.pid)),
    async stop() {
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
      if (kept === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The child that runs jobs; the database is another. */
function jobsOf(pid) {
  const children = readIfThere(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean);
  return children.find((child) => readIfThere(`/proc/${child}/cmdline`).includes('jobs.js'));
}

function processorOf(pid) {
  const [user, system] = readIfThere(`/proc/${pid}/stat`).split(') ').at(-1).split(' ').slice(11, 13);
  return (Number(user) + Number(system)) / 100;
}

function memoryOf(pid, name) {
  return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readIfThere(`/proc/${pid}/status`))?.[1]) / 1024;
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** A client of one tenant over connections that stay open. */
export class Client {
  constructor(port, tenant, { connections = 64 } = {}) {
    this.tenant = tenant;
    this.pool = new Pool(`http://127.0.0.1:${port}`, { connections });
    this.token = null;
  }

  /** Sends a body to a path of the tenant: status, headers, text, and how long it took in milliseconds. */
  async send(path, body, headers = {}) {
    const since = performance.now();
    const { token } = this;
    const { statusCode: status, headers: answered, body: answer } = await this.pool.request({ method: 'POST', path: `/t/${this.tenant}${path}`, headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers }, body });
    const text = await answer.text();
    return { status, headers: answered, text, ms: performance.now() - since };
  }

  /** Asks the API. */
  ask(query, variables = {}) {
    return this.send('/graphql', JSON.stringify({ query, variables }));
  }

  /** The data of an answer. @throws Error when there are errors. */
  async data(query, variables = {}) {
    const { text } = await this.ask(query, variables);
    const { data, errors } = JSON.parse(text);
    if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
    return data;
  }

  /** Signs in as one of the example's accounts. */
  async signIn(login) {
    const { headers, text } = await this.ask('mutation ($input: SignInInput!) { signIn(input: $input) { refusals { message } } }', { input: { login, password: 'weixiang-demo' } });
    const cookie = [headers['set-cookie'] ?? []].flat().map((line) => /^wx_[^=]+=([^;]+)/.exec(line)?.[1]).find(Boolean);
    if (!cookie) throw new Error(`${login} could not sign in: ${text}`);
    this.token = decodeURIComponent(cookie);
    return this;
  }

  /** Sends a file as a browser does. */
  async upload(path, file, name) {
    const boundary = 'weixiang-bench-boundary';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const answer = await this.send(path, Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]), { 'content-type': `multipart/form-data; boundary=${boundary}` });
    if (answer.status >= 300) throw new Error(`The file was not taken: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text);
  }

  close() {
    void this.pool.close();
  }
}
