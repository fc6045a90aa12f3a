import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { migrate, type MigrationSource } from '../database/migrations.js';
import { createLogger } from '../log.js';
import { type DatabaseUrls, prepareRoles } from '../postgres/index.js';

/** A database of one test file, migrated; drop it when the file is done. */
export interface TestDatabase extends DatabaseUrls {
  drop(): Promise<void>;
}

/** URL of the superuser of the test run's PostgreSQL, which the run's global set-up started. */
export function testPostgresUrl(): string {
  const url = process.env['WEIXIANG_TEST_PG'];
  if (!url) throw new Error('The test run’s PostgreSQL is not there. Run the tests with `npm test` or `npx vitest` from the repository’s root.');
  return url;
}

/** A fresh copy of a migrated template; the first test of a run makes the template, the others copy it. */
export async function createTestDatabase(sources: readonly MigrationSource[]): Promise<TestDatabase> {
  const adminUrl = testPostgresUrl();
  const template = `template_${(await fingerprint(sources)).slice(0, 16)}`;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(adminUrl, async (admin) => {
    await admin.query(`select pg_advisory_lock(hashtext('weixiang template'))`);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [template]);
    if (!rowCount) await makeTemplate(adminUrl, admin, template, sources);
    const { rows } = await admin.query<{ owner: string }>('select pg_get_userbyid(datdba) as owner from pg_database where datname = $1', [template]);
    // Nobody waits for this disk: its files are copied in a tenth of the time that logging every page takes.
    await admin.query(`create database ${name} template ${template} strategy file_copy owner ${rows[0]?.owner}`);
  });
  const urls = await prepareRoles(adminUrl, name);
  // A copy belongs to who copies it; the product's owner has to get in as it would at home.
  await asAdmin(adminUrl, (admin) => admin.query(`alter database ${name} owner to ${admin.escapeIdentifier(new URL(urls.databaseOwnerUrl).username)}`));
  return { ...urls, drop: () => asAdmin(adminUrl, (admin) => admin.query(`drop database ${name} with (force)`)) };
}

async function makeTemplate(adminUrl: string, admin: pg.Client, template: string, sources: readonly MigrationSource[]): Promise<void> {
  const making = `${template}_making`;
  await admin.query(`drop database if exists ${making} with (force)`);
  const { databaseOwnerUrl, databaseUrl } = await prepareRoles(adminUrl, making);
  const applicationRole = new URL(databaseUrl).username;
  await migrate({ ownerUrl: databaseOwnerUrl, applicationRole, sources, log: createLogger('silent') });
  await untilLeft(admin, making);
  await admin.query(`alter database ${making} rename to ${template}`);
}

/** A database can be copied once nobody is connected; the migrations' connections end a moment after they said so. */
async function untilLeft(admin: pg.Client, name: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { rowCount } = await admin.query(`select from pg_stat_activity where datname = $1`, [name]);
    if (!rowCount) return;
    await pause(50);
  }
  throw new Error(`Somebody stays connected to ${name}.`);
}

async function fingerprint(sources: readonly MigrationSource[]): Promise<string> {
  const hash = createHash('sha256');
  for (const { feature, folder } of sources) {
    const path = fileURLToPath(folder);
    for (const file of (await readdir(path)).filter((name) => name.endsWith('.sql')).sort()) {
      hash.update(`${feature}/${file}\n`).update(await readFile(`${path}/${file}`));
    }
  }
  return hash.digest('hex');
}

async function asAdmin(adminUrl: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
