import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beganAt } from './process-identity.js';
import { StartupError, reasonOf } from './startup-error.js';

// A server that was told to stop a moment ago may still be closing its connections.
const patience = 10_000;

/** The data folder while this process owns it. */
export interface DataFolder {
  readonly path: string;
  readonly cluster: string;
  readonly log: string;
  readonly secrets: Secrets;
  release(): void;
}

export interface Secrets {
  readonly password: string;
}

/** Makes the folder if need be and takes it for this process alone. Throws `StartupError` when either is impossible. */
export async function takeDataFolder(dataDir: string, log: (line: string) => void): Promise<DataFolder> {
  const path = makeDataFolder(dataDir);
  const lock = join(path, 'server.lock');
  await takeLock(lock, path, log);
  const file = join(path, 'postgres.json');
  return {
    path,
    cluster: join(path, 'postgres'),
    log: join(path, 'postgres.log'),
    secrets: readSecrets(file),
    release: () => rmSync(lock, { force: true }),
  };
}

/** Makes the data folder unless it is there, proves that it can be written, and returns its real path. Throws `StartupError`. */
export function makeDataFolder(dataDir: string): string {
  const wanted = resolve(dataDir);
  try {
    makeWithParents(wanted);
    const path = realpathSync(wanted);
    const probe = join(path, `.writable-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
    return path;
  } catch (error) {
    throw new StartupError(`The data folder ${wanted} cannot be written (${reasonOf(error)}). Set DATA_DIR to one that can.`);
  }
}

// Not mkdir's own `recursive`: below /proc, where nothing can be made, it tries for ever.
function makeWithParents(path: string): void {
  if (existsSync(path)) return;
  if (!existsSync(dirname(path))) makeWithParents(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

async function takeLock(lock: string, path: string, log: (line: string) => void): Promise<void> {
  const mine = `${process.pid} ${beganAt(process.pid) ?? ''}`;
  const deadline = Date.now() + patience;
  let isWaiting = false;
  for (;;) {
    if (tryLock(lock, mine)) return;
    const owner = readOwner(lock);
    if (owner === null) {
      rmSync(lock, { force: true });
      continue;
    }
    if (Date.now() > deadline) {
      throw new StartupError(`The data folder ${path} is in use by another server (process ${owner}). Stop it, or set DATA_DIR to another folder.`);
    }
    if (!isWaiting) log(`Waiting for the server that uses ${path} (process ${owner}) to stop.`);
    isWaiting = true;
    await pause(200);
  }
}

// Linked into place with its content: nobody may read a lock that does not say yet whose it is.
function tryLock(lock: string, content: string): boolean {
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

/** The process that holds the lock, null when it is dead: a killed server leaves its lock behind. */
function readOwner(lock: string): number | null {
  try {
    const [pid = '', began = ''] = readFileSync(lock, 'utf8').split(/ (.*)/s);
    return beganAt(Number(pid)) === began ? Number(pid) : null;
  } catch {
    return null;
  }
}

function readSecrets(file: string): Secrets {
  try {
    const secrets: Secrets = JSON.parse(readFileSync(file, 'utf8'));
    return secrets;
  } catch {
    const secrets = { password: randomBytes(24).toString('base64url') };
    writeSecrets(file, secrets);
    return secrets;
  }
}

// Written beside and renamed: a kill in the middle must not lose the password of a database full of data.
function writeSecrets(file: string, secrets: Secrets): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
