import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../packages/server/kernel/src/postgres/index.js';

/**
 * Starts the one PostgreSQL of a test run; tests find its superuser's URL in `WEIXIANG_TEST_PG`. A run that is given
 * that variable uses the server it names and starts none.
 */
export default async function testPostgres(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['WEIXIANG_TEST_PG']) return undefined;
  const dataDir = mkdtempSync(join(tmpdir(), 'weixiang-test-'));
  const postgres = await startPostgres({ dataDir, fsync: false });
  process.env['WEIXIANG_TEST_PG'] = postgres.adminUrl;
  return async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
