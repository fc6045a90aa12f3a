import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { makeTestFolder } from './scripts/test-folder.js';

// Packages are tested from their sources: what is tested is what was just written, built or not.
// `module` is not among the conditions: node knows none of that name, and what the AWS SDK has behind it cannot be loaded there.
const conditions = ['@weixiang/source', 'node', 'development|production'];
// Node takes graphql's CommonJS build, vite would take the other: two copies in one process refuse each other's types.
const alias = [{ find: /^graphql$/, replacement: 'graphql/index.js' }];
// The files of these projects share one process per worker, because loading what they test takes longer than most of them
// test. What is loaded stays loaded, so they are apart by what there is to load: the kernel with fixtures of its own, core,
// the product with its plugins, and the rules, which need no server.
const together = {
  kernel: ['packages/server/kernel/src/**/*.test.ts'],
  core: ['packages/server/core/src/**/*.test.ts'],
  product: ['packages/server/app/src/**/*.test.ts', 'packages/plugins/*/server/**/*.test.ts'],
  rules: ['packages/{shared,web/*}/src/**/*.test.{ts,tsx}', 'packages/plugins/*/{shared,web}/**/*.test.{ts,tsx}'],
};
// What measures a whole process's memory stays alone.
const alone = ['packages/server/core/src/imports/large.test.ts', 'packages/server/kernel/src/ledger/{ledger.reader,sheet.stream}.test.ts'];
const resolution = { resolve: { conditions, alias }, ssr: { resolve: { conditions } } };

// This file is read once for every project.
process.env['TMPDIR'] = process.env['WEIXIANG_TEST_DIR'] ??= makeTestFolder();
process.env['WEIXIANG_CHROMIUM'] ??= ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path)) ?? '';

export default defineConfig({
  test: {
    // One PostgreSQL for the whole run; every test file makes a database of its own in it.
    globalSetup: ['scripts/test-postgres.ts'],
    // On two cores vitest would use one; the database waits as often as it works.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      ...Object.entries(together).map(([name, include]) => ({
        ...resolution,
        test: { name, include, exclude: alone, isolate: false, testTimeout: 30_000, hookTimeout: 60_000 },
      })),
      {
        ...resolution,
        test: {
          name: 'alone',
          include: [...alone, 'scripts/house-rules.test.mjs'],
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
          // The files change what others see, such as a plugin that is off; the pages of one file may be looked at together.
          fileParallelism: false,
          maxConcurrency: 2,
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
