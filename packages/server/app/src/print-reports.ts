import { FeatureCatalogue } from '@weixiang/kernel';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { core, plugins } from './installed.js';
import { permissionsReport } from './reports/permissions.report.js';
import { tablesReport } from './reports/tables.report.js';
import { withMigratedDatabase } from './reports/migrated-database.js';

/**
 * Prints the committed reports that make reviews easier: who may do what, and the tables with their policies as
 * PostgreSQL itself tells them after every migration ran. With `--check` compares instead and fails on a difference.
 */
const isCheck = process.argv.includes('--check');
const features = [...core, ...plugins];
const reports: Record<string, () => string | Promise<string>> = {
  'permissions.md': () => permissionsReport(new FeatureCatalogue([...core], [...plugins]).everything),
  'tables.md': () => withMigratedDatabase(features, (urls) => tablesReport(features, urls)),
};

let isStale = false;
for (const [name, report] of Object.entries(reports)) {
  const path = fileURLToPath(new URL(`../../../../docs/generated/${name}`, import.meta.url));
  const text = await report();
  if (!isCheck) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } else if (text !== readFileSync(path, 'utf8')) {
    process.stderr.write(`docs/generated/${name} is not what the code says. Run npm run schema, read the difference, and commit it.\n`);
    isStale = true;
  }
}
process.exit(isStale ? 1 : 0);
