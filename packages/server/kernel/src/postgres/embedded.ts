import { existsSync } from 'node:fs';
import { type Account, chooseAccount } from './account.js';
import { findBinaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { takeDataFolder } from './data-folder.js';
import { Keeper } from './keeper.js';
import { stopLeftover } from './postmaster.js';
import { socketFolder, socketPort } from './socket.js';
import type { StartupError } from './startup-error.js';

export interface StartPostgresOptions {
  /** The server's data folder; the database lives in its `postgres/`. */
  readonly dataDir: string;
  /** Off for tests alone: a power cut would then lose data. */
  readonly fsync?: boolean;
  /** Lines for the operator. */
  readonly log?: (line: string) => void;
  /** Called when the database died and could not be started again: the server should end. */
  readonly onLost?: (error: StartupError) => void;
  /** For tests of the ways of running as root. */
  readonly account?: Account;
}

export interface RunningPostgres {
  /** The superuser on the database `postgres`; for `prepareRoles`, never for the application. */
  readonly adminUrl: string;
  /** Ends it with nothing lost and gives the data folder free. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL of a data folder, making it at the first time, and keeps it running: killed, it is
 * started again at the same address. It ends with this process, even when this process is killed.
 * Throws `StartupError` with the one line that says what to do.
 * @example const postgres = await startPostgres({ dataDir: '.data', log: console.log });
 */
export async function startPostgres(options: StartPostgresOptions): Promise<RunningPostgres> {
  const log = options.log ?? (() => {});
  const found = findBinaries();
  const { account, binaries } = chooseAccount(found, options.account);
  const folder = await takeDataFolder(options.dataDir, log);
  try {
    await stopLeftover(folder.cluster, log);
    if (!existsSync(folder.cluster)) log('Making the database (first start).');
    await ensureCluster(folder.cluster, folder.secrets.password, account, binaries, options.fsync !== false);
    const keeper = new Keeper(folder, account, binaries, options.fsync !== false, log, options.onLost);
    await keeper.start();
    const socket = socketFolder(folder.cluster);
    const adminUrl = `postgresql://postgres:${encodeURIComponent(folder.secrets.password)}@${encodeURIComponent(socket.path)}:${socketPort}/postgres`;
    return { adminUrl, stop: () => keeper.stop().finally(socket.release) };
  } catch (error) {
    folder.release();
    throw error;
  }
}
