import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type Binaries, binariesAt } from './binaries.js';
import { StartupError, reasonOf } from './startup-error.js';

// The "nobody" of Linux: initdb wants a user that has a name, and adding one is not ours to do.
const nobody = 65534;

/**
 * As whom PostgreSQL runs, because it refuses to run as root:
 * `self` an ordinary user; `namespace` seen as nobody inside a user namespace, while files stay root's (or the user's);
 * `nobody` really that user, where user namespaces are forbidden (Docker's default).
 */
export type Account = 'self' | 'namespace' | 'nobody';

/** A program with what `spawn` needs to run it under an account. */
export interface Invocation {
  readonly file: string;
  readonly args: string[];
  readonly uid?: number;
  readonly gid?: number;
}

export function runAs(account: Account, file: string, args: readonly string[]): Invocation {
  switch (account) {
    case 'self':
      return { file, args: [...args] };
    case 'namespace':
      return { file: 'unshare', args: ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--', file, ...args] };
    case 'nobody':
      return { file, args: [...args], uid: nobody, gid: nobody };
  }
}

/** Picks the account and proves that PostgreSQL runs under it, copying the binaries where it cannot reach them. */
export function chooseAccount(binaries: Binaries, preferred?: Account): { account: Account; binaries: Binaries } {
  const accounts = preferred ? [preferred] : candidates();
  const failures: string[] = [];
  for (const account of accounts) {
    if (account !== 'self' && attempt(account, 'true', []) !== null) continue;
    const failure = attempt(account, binaries.postgres, ['--version']);
    if (failure === null) return { account, binaries };
    failures.push(failure);
    if (process.getuid?.() !== 0) continue;
    const copy = reachableCopy(binaries);
    if (attempt(account, copy.postgres, ['--version']) === null) return { account, binaries: copy };
  }
  const why = failures[0] ?? 'neither a user namespace nor another user id is allowed here';
  throw new StartupError(`The embedded PostgreSQL does not run on this machine (${why}). Set DATABASE_URL to a PostgreSQL of your own.`);
}

function candidates(): Account[] {
  if (process.getuid?.() === 0) return ['namespace', 'nobody'];
  try {
    userInfo();
    return ['self'];
  } catch {
    // A number without a name, as `docker run --user` gives: initdb refuses it, inside a namespace it is nobody.
    return ['namespace', 'self'];
  }
}

/** Hands a folder to the account: data made in one way of running must open in the other. */
export function giveTo(account: Account, folder: string): void {
  if (process.getuid?.() !== 0) return;
  const owner = account === 'nobody' ? nobody : 0;
  if (lstatSync(folder).uid !== owner) chownTree(folder, owner);
}

/** Null when it ran, otherwise why not. */
function attempt(account: Account, file: string, args: string[]): string | null {
  const run = runAs(account, file, args);
  const { status, error, stderr } = spawnSync(run.file, run.args, { cwd: '/', uid: run.uid, gid: run.gid, encoding: 'utf8' });
  if (status === 0) return null;
  return error ? reasonOf(error) : reasonOf(stderr.trim() || `exit code ${status}`);
}

// Under /root (0700) nobody else can execute. /var/lib is root's alone to write, so no one can have laid a trap there.
function reachableCopy(binaries: Binaries): Binaries {
  const root = `/var/lib/weixiang/postgres-${binaries.version}`;
  if (!existsSync(root)) {
    const unfinished = `${root}.${process.pid}`;
    try {
      mkdirSync('/var/lib/weixiang', { recursive: true, mode: 0o755 });
      cpSync(binaries.root, unfinished, { recursive: true, verbatimSymlinks: true });
      renameSync(unfinished, root);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(root)) throw new StartupError(`PostgreSQL could not be copied to where it may run (${reasonOf(error)}). Set DATABASE_URL to a PostgreSQL of your own.`);
    }
  }
  return binariesAt(root, binaries.version);
}

function chownTree(path: string, owner: number): void {
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) chownTree(join(path, name), owner);
  // The folder comes last: interrupted half-way, it still looks foreign and the next start finishes the work.
  chownSync(path, owner, owner);
}
