import { existsSync } from 'node:fs';
import { type Account, chooseAccount } from './account.js';
import { findBinaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { takeDataFolder } from './data-folder.js';
import { Keeper } from './keeper.js';
import { choosePort } from './port.js';
import { stopLeftover } from './postmaster.js';
import type { StartupError } from './startup-error.js';

export interface StartPostgresOptions {
  /** The server's data folder; the database lives in its `postgres/`. */
  readonly dataDir: string;
  /** Loopback port; without it a free one is chosen and remembered. */
  readonly port?: number;
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
  readonly port: number;
  /** Ends it with nothing lost and gives the data folder free. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL of a data folder, making it at the first time, and keeps it running: killed, it is
 * started again on the same port. It ends with this process, even when this process is killed.
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
    const port = await choosePort(options.port, folder.secrets.port);
    folder.rememberPort(port);
    const keeper = new Keeper(folder, account, binaries, port, options.fsync !== false, log, options.onLost);
    await keeper.start();
    const adminUrl = `postgresql://postgres:${encodeURIComponent(folder.secrets.password)}@127.0.0.1:${port}/postgres`;
    return { adminUrl, port, stop: () => keeper.stop() };
  } catch (error) {
    folder.release();
    throw error;
  }
}
