import type { Pool, PoolClient } from 'pg';

/** Milliseconds in which whoever holds a lost connection may still give it back itself. */
const grace = 500;

/**
 * Gives back to the pool the connections that died in the middle of a transaction. The query builder gives one back with
 * its COMMIT or ROLLBACK, and on a dead connection neither succeeds: after ten of them nothing would be written any more.
 */
export function dropLostConnections(pool: Pool): void {
  const held = new Set<PoolClient>();
  pool.on('acquire', (client) => held.add(client));
  pool.on('release', (_error, client) => held.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => {
      setTimeout(() => {
        if (held.has(client)) client.release(true);
      }, grace).unref();
    });
  });
}
