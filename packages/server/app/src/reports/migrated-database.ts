import { migrationsOf, startPostgres, type DatabaseUrls, type ServerFeature } from '@weixiang/kernel';
import { createTestDatabase } from '@weixiang/kernel/testkit';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs the work on a fresh database with every migration of these features, in a PostgreSQL that is there for it alone. */
export async function withMigratedDatabase<T>(features: readonly ServerFeature[], work: (urls: DatabaseUrls) => Promise<T>): Promise<T> {
  const stop = await ensurePostgres();
  try {
    const database = await createTestDatabase(migrationsOf(features));
    try {
      return await work(database);
    } finally {
      await database.drop();
    }
  } finally {
    await stop();
  }
}

/** The test run's PostgreSQL, or one in a folder of its own. */
async function ensurePostgres(): Promise<() => Promise<void>> {
  if (process.env['WEIXIANG_TEST_PG']) return async () => {};
  const dataDir = mkdtempSync(join(tmpdir(), 'weixiang-reports-'));
  const postgres = await startPostgres({ dataDir, fsync: false });
  process.env['WEIXIANG_TEST_PG'] = postgres.adminUrl;
  return async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
