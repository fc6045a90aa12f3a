import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Packages are tested from their sources: what is tested is what was just written, built or not.
// `module` is not among the conditions: node knows none of that name, and what the AWS SDK has behind it cannot be loaded there.
const conditions = ['@weixiang/source', 'node', 'development|production'];
// Node takes graphql's CommonJS build, vite would take the other: two copies in one process refuse each other's types.
const alias = [{ find: /^graphql$/, replacement: 'graphql/index.js' }];
// These share one loaded product per worker: its features are the same in all of them, and loading them takes longer than
// most files test. What measures a whole process's memory stays alone.
const inOneProcess = ['packages/server/core/src/**/*.test.ts'];
const alone = ['packages/server/core/src/imports/large.test.ts'];
const resolution = { resolve: { conditions, alias }, ssr: { resolve: { conditions } } };

process.env['WEIXIANG_CHROMIUM'] ??= ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path)) ?? '';

export default defineConfig({
  test: {
    // One PostgreSQL for the whole run; every test file makes a database of its own in it.
    globalSetup: ['scripts/test-postgres.ts'],
    // On two cores vitest would use one; the database waits as often as it works.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        ...resolution,
        test: { name: 'core', include: inOneProcess, exclude: alone, isolate: false, testTimeout: 30_000, hookTimeout: 60_000 },
      },
      {
        ...resolution,
        test: {
          name: 'unit',
          include: ['packages/{shared,server/{app,kernel},web/*}/src/**/*.test.{ts,tsx}', 'packages/plugins/*/**/*.test.{ts,tsx}', 'scripts/house-rules.test.mjs', ...alone],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...resolution,
        test: {
          name: 'browser',
          include: ['packages/web/e2e/**/*.e2e.ts'],
          // One served example for all of them.
          globalSetup: ['packages/web/e2e/server.ts'],
          // Without a browser nothing matches, and every test is reported as skipped.
          ...(process.env['WEIXIANG_CHROMIUM'] ? {} : { testNamePattern: /^\b$/ }),
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'start',
          include: ['scripts/start.test.mjs'],
          // Alone and last: it starts and kills whole servers.
          sequence: { groupOrder: 2 },
          testTimeout: 150_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
