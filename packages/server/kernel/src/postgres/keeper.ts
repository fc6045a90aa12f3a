import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type Account, runAs } from './account.js';
import type { Binaries } from './binaries.js';
import { folderArgument, postgresEnvironment } from './cluster.js';
import type { DataFolder } from './data-folder.js';
import { readPostmaster, stopLeftover, stopPostmaster, tell } from './postmaster.js';
import { isPostgresOf } from './process-identity.js';
import { disownSocket, socketPort } from './socket.js';
import { StartupError } from './startup-error.js';

// PostgreSQL's parent is a shell that waits for our end of a pipe to close. However this process ends, kill -9 included,
// the pipe closes, and the database stops as it should instead of staying behind.
const guard = `
exec 3<&0 </dev/null
"$@" 3<&- & postgres=$!
(read -r _ <&3; kill -INT $postgres) & waiter=$!
exec 3<&-
wait $postgres; code=$?
kill $waiter 2>/dev/null
exit $code`;

const startPatience = 120_000;
const stopPatience = 30_000;
const connectionPatience = 2_000;
const maximumLog = 10_000_000;

/** Keeps one PostgreSQL running until told to stop. */
export class Keeper {
  private child: ChildProcess | undefined;
  private exited: Promise<void> = Promise.resolve();
  private stopping: Promise<void> | undefined;
  private restarts: number[] = [];

  constructor(
    private readonly folder: DataFolder,
    private readonly account: Account,
    private readonly binaries: Binaries,
    private readonly isDurable: boolean,
    private readonly log: (line: string) => void,
    private readonly onLost: ((error: StartupError) => void) | undefined,
  ) {}

  async start(): Promise<void> {
    const deadline = Date.now() + startPatience;
    for (;;) {
      const failure = await this.launch(deadline);
      if (failure === null) return;
      // Killed, PostgreSQL's helpers need a moment to notice; until then its memory is still in use.
      const isTransient = failure.includes('shared memory block') && Date.now() < deadline;
      if (!isTransient) throw new StartupError(`The database did not start: ${failure} (see ${this.folder.log})`);
      await pause(200);
    }
  }

  stop(): Promise<void> {
    this.stopping ??= this.end();
    return this.stopping;
  }

  private async end(): Promise<void> {
    const pid = this.runningPid();
    // Connections that were closed a moment ago are still on their way out, and one that is cut off instead is an error
    // that nobody expects any more: the server would end with it.
    if (pid !== undefined) tell(pid, 'SIGTERM');
    if (!(await this.isGoneWithin(connectionPatience))) {
      this.child?.stdin?.destroy();
      if (!(await this.isGoneWithin(stopPatience)) && pid !== undefined) await stopPostmaster(pid, this.folder.cluster, stopPatience);
    }
    this.folder.release();
  }

  // The file alone may name a dead one's id, or our own: see disownPid.
  private runningPid(): number | undefined {
    const pid = readPostmaster(this.folder.cluster)?.pid;
    return pid !== undefined && isPostgresOf(pid, this.folder.cluster) ? pid : undefined;
  }

  private isGoneWithin(patience: number): Promise<boolean> {
    return Promise.race([this.exited.then(() => true), pause(patience, false, { ref: false })]);
  }

  /** Null when it is ready for connections, otherwise why not. */
  private async launch(deadline: number): Promise<string | null> {
    disownSocket(this.folder.cluster);
    const logStart = prepareLog(this.folder.log);
    const output = openSync(this.folder.log, 'a', 0o600);
    const run = runAs(this.account, '/bin/sh', ['-c', guard, 'weixiang-postgres', this.binaries.postgres, ...this.arguments()]);
    // A session of its own: Ctrl-C in the terminal is for the server, which stops the database last.
    const child = spawn(run.file, run.args, { cwd: this.folder.cluster, uid: run.uid, gid: run.gid, env: { ...postgresEnvironment, PG_GRANDPARENT_PID: String(process.pid) }, detached: true, stdio: ['pipe', output, output] });
    closeSync(output);
    child.stdin?.on('error', () => {});
    this.child = child;
    let hasExited = false;
    this.exited = new Promise((resolve) => {
      const done = () => {
        hasExited = true;
        resolve();
      };
      child.once('exit', done).once('error', done);
    });
    while (!hasExited && Date.now() < deadline) {
      const postmaster = readPostmaster(this.folder.cluster);
      // A killed predecessor's file says "ready" too, of a process that is no more.
      if (postmaster?.isReady && isPostgresOf(postmaster.pid, this.folder.cluster)) {
        void this.exited.then(() => this.revive());
        return null;
      }
      await pause(15);
    }
    child.stdin?.destroy();
    return failureIn(this.folder.log, logStart);
  }

  private async revive(): Promise<void> {
    if (this.stopping) return;
    const now = Date.now();
    this.restarts = [...this.restarts.filter((at) => now - at < 60_000), now];
    try {
      if (this.restarts.length > 5) throw new StartupError(`The database keeps stopping (see ${this.folder.log}).`);
      this.log('The database stopped unexpectedly; starting it again.');
      await stopLeftover(this.folder.cluster, this.log);
      await this.start();
    } catch (error) {
      if (this.stopping) return;
      this.folder.release();
      const lost = error instanceof StartupError ? error : new StartupError(String(error));
      if (!this.onLost) throw lost;
      this.onLost(lost);
    }
  }

  private arguments(): string[] {
    const settings = {
      // Reached by a socket in its own folder alone, which costs less than loopback and lets nobody else on the machine try.
      listen_addresses: '',
      port: socketPort,
      unix_socket_directories: '.',
      unix_socket_permissions: '0700',
      max_connections: 200,
      shared_buffers: '256MB',
      timezone: 'UTC',
      log_timezone: 'UTC',
      log_min_messages: 'warning',
      // Statements and details of errors hold residents' names and telephones.
      log_min_error_statement: 'panic',
      log_error_verbosity: 'terse',
      jit: 'off',
      // No replica follows an embedded database, and without one less is written.
      wal_level: 'minimal',
      max_wal_senders: 0,
      ...(this.isDurable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
    };
    return ['-D', folderArgument(this.folder.cluster, this.account), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  }
}

/** Where this run's lines will begin. */
function prepareLog(file: string): number {
  if (!existsSync(file)) return 0;
  const { size } = statSync(file);
  if (size <= maximumLog) return size;
  truncateSync(file);
  return 0;
}

function failureIn(file: string, start: number): string {
  const lines = readFileSync(file).subarray(start).toString('utf8').trim().split('\n');
  // Connections that came too early, or were ended, say FATAL too.
  const fatal = lines.find((line) => /FATAL|PANIC/.test(line) && !/starting up|not yet accepting|terminating connection/.test(line)) ?? lines.at(-1);
  return fatal?.replace(/^.*?(FATAL|PANIC): +/, '') || 'it gave no reason';
}
