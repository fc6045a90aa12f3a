import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A part of the socket's name alone: nothing listens at a port. */
export const socketPort = 5432;

// What the address of a socket may be long on macOS, its end included; Linux takes four bytes more.
const longestAddress = 104;

/** Where PostgreSQL's socket is reached. */
export interface SocketFolder {
  readonly path: string;
  /** Takes away what was made to reach it. */
  release(): void;
}

/** The folder of a cluster's socket, which is the cluster's own: nobody else may enter it. By a shorter way where its path is too long for a socket's address. */
export function socketFolder(cluster: string): SocketFolder {
  if (Buffer.byteLength(join(cluster, socketName)) < longestAddress) return { path: cluster, release: () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'weixiang-'));
  const path = join(folder, 'db');
  symlinkSync(cluster, path);
  return { path, release: () => rmSync(folder, { recursive: true, force: true }) };
}

const socketName = `.s.PGSQL.${socketPort}`;

/** Forgets who held a cluster's socket: after a kill -9 the id may belong to a stranger by now, and PostgreSQL would refuse to start for ever. */
export function disownSocket(cluster: string): void {
  rmSync(join(cluster, `${socketName}.lock`), { force: true });
}
