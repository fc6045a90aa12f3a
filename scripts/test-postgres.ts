import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../packages/server/kernel/src/postgres/index.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser of the run's PostgreSQL, on its database `postgres`. */
    postgresAdminUrl: string;
  }
}

/**
 * Starts the one PostgreSQL of a test run. Tests find it as `inject('postgresAdminUrl')` or `WEIXIANG_TEST_PG`; a run
 * that is given that variable uses the server it names and starts none.
 */
export default async function testPostgres(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['WEIXIANG_TEST_PG'];
  if (given) {
    project.provide('postgresAdminUrl', given);
    return undefined;
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'weixiang-test-'));
  const postgres = await startPostgres({ dataDir, fsync: false });
  process.env['WEIXIANG_TEST_PG'] = postgres.adminUrl;
  project.provide('postgresAdminUrl', postgres.adminUrl);
  return async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
