import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, giveTo, runAs } from './account.js';
import type { Binaries } from './binaries.js';
import { StartupError, reasonOf } from './startup-error.js';

/** Makes the database cluster in `folder` unless it is there already. Throws `StartupError`. */
export async function ensureCluster(folder: string, password: string, account: Account, binaries: Binaries, isDurable: boolean): Promise<void> {
  if (existsSync(join(folder, 'PG_VERSION'))) {
    checkVersion(folder, binaries);
    giveTo(account, folder);
    return;
  }
  // Made beside and renamed: a kill in the middle leaves no half of a cluster.
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(account, unfinished);
  const passwordFolder = mkdtempSync(join(tmpdir(), 'weixiang-'));
  try {
    const passwordFile = join(passwordFolder, 'password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    giveTo(account, passwordFile);
    giveTo(account, passwordFolder);
    await initialise(unfinished, passwordFile, account, binaries, isDurable);
  } finally {
    rmSync(passwordFolder, { recursive: true, force: true });
  }
  renameSync(unfinished, folder);
}

/** How PostgreSQL is told its folder: as root through /proc, because nobody may not walk through /root (0700). */
export function folderArgument(folder: string, account: Account): string {
  return account === 'self' ? folder : '/proc/self/cwd';
}

/** Nothing of the caller's environment: PGDATA, PGPORT and LANG would change what the same command does. */
export const postgresEnvironment: NodeJS.ProcessEnv = { PATH: process.env['PATH'], TZ: 'UTC', LC_MESSAGES: 'C' };

function checkVersion(folder: string, binaries: Binaries): void {
  const made = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  const ours = binaries.version.split('.')[0];
  if (made !== ours) throw new StartupError(`The database in ${folder} was made by PostgreSQL ${made}, this version brings PostgreSQL ${ours}. Move the data with pg_dump, or set DATA_DIR to a new folder.`);
}

async function initialise(folder: string, passwordFile: string, account: Account, binaries: Binaries, isDurable: boolean): Promise<void> {
  let failure = '';
  // Sorting is PostgreSQL's own and the same on every machine. Which characters are letters comes from the system: with
  // plain C, pg_trgm would pass over every Chinese character.
  for (const ctype of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const options = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${ctype}`, '--no-instructions'];
    const outcome = await run(folder, account, binaries.initdb, ['-D', folderArgument(folder, account), ...options, ...(isDurable ? [] : ['--no-sync'])]);
    if (outcome === null) return;
    failure = outcome;
    if (!failure.includes('locale')) break;
  }
  rmSync(folder, { recursive: true, force: true });
  throw new StartupError(`The database could not be made in ${folder}: ${failure}`);
}

/** Null when it succeeded, otherwise the line that says why not. */
function run(folder: string, account: Account, file: string, args: string[]): Promise<string | null> {
  const invocation = runAs(account, file, args);
  return new Promise((resolve) => {
    const child = spawn(invocation.file, invocation.args, { cwd: folder, uid: invocation.uid, gid: invocation.gid, env: postgresEnvironment, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', (error) => resolve(reasonOf(error)));
    child.on('close', (code) => resolve(code === 0 ? null : reasonOf(stderr.trim() || `exit code ${code}`)));
  });
}
