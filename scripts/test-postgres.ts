import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../packages/server/kernel/src/postgres/index.js';
import { withClient } from '../packages/server/kernel/src/testkit/sql.js';

// Tests connect thousands of times, with passwords that nobody guesses; and a log that is kept takes room.
const settings = { scram_iterations: 1, max_wal_size: '256MB' };

/**
 * Starts the one PostgreSQL of a test run; tests find its superuser's URL in `WEIXIANG_TEST_PG`. A run that is given
 * that variable uses the server it names and starts none.
 */
export default async function testPostgres(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['WEIXIANG_TEST_PG']) return undefined;
  const dataDir = mkdtempSync(join(tmpdir(), 'weixiang-test-'));
  const postgres = await startPostgres({ dataDir, fsync: false });
  await withClient(postgres.adminUrl, async (admin) => {
    for (const [name, value] of Object.entries(settings)) await admin.query(`alter system set ${name} = '${value}'`);
    await admin.query('select pg_reload_conf()');
  });
  process.env['WEIXIANG_TEST_PG'] = postgres.adminUrl;
  return async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
