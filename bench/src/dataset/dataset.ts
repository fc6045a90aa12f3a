import { createTenant, coreFeatures, peopleIdentity } from '@weixiang/core';
import { educationServer } from '@weixiang/education/server';
import { createLogger, keepSums, Kernel, migrate, migrationsOf, parseKeys, prepareRoles, searchEdition, systemClock, type DatabaseUrls } from '@weixiang/kernel';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import pg from 'pg';
import { tables, withBareTables } from './bare-tables.js';
import { allPhrases } from './phrases.js';

/** How many tenants there are; `tenant-1` to `tenant-20`. */
export const tenantCount = 20;
/** Key of encrypted fields, of which the dataset has none. */
export const benchKeys = `k1:${Buffer.alloc(32, 'weixiang bench').toString('base64')}`;

const template = 'weixiang_bench_dataset';
const copy = 'weixiang_bench';
const datasetSql = readFileSync(new URL('../../sql/dataset.sql', import.meta.url), 'utf8');

/**
 * A database with the dataset that nobody has written to. The dataset is built once and kept as a template for as long as
 * the migrations and what builds it stay the same.
 */
export async function freshDataset(adminUrl: string, progress: (line: string) => void): Promise<DatabaseUrls> {
  const stamp = await stampOf();
  if ((await stampIn(adminUrl)) !== stamp) await build(adminUrl, stamp, progress);
  await asAdmin(adminUrl, async (admin) => {
    await admin.query(`drop database if exists ${copy} with (force)`);
    await admin.query(`create database ${copy} owner weixiang_owner template ${template} strategy file_copy`);
  });
  return prepareRoles(adminUrl, copy);
}

async function build(adminUrl: string, stamp: string, progress: (line: string) => void): Promise<void> {
  progress('Building the dataset (kept for the next run).');
  await asAdmin(adminUrl, (admin) => admin.query(`drop database if exists ${template} with (force)`));
  const urls = await prepareRoles(adminUrl, template);
  const log = createLogger('warn');
  const applicationRole = new URL(urls.databaseUrl).username;
  await migrate({ ownerUrl: urls.databaseOwnerUrl, applicationRole, sources: migrationsOf([...coreFeatures, educationServer]), log });
  await makeTenants(urls);
  const owner = new pg.Client({ connectionString: urls.databaseOwnerUrl });
  await owner.connect();
  try {
    await withBareTables(owner, () => fill(owner));
    await owner.query(`vacuum analyze ${tables.join(', ')}`);
    await owner.query(`comment on schema public is '${stamp}'`);
  } finally {
    await owner.end();
  }
}

async function makeTenants(urls: DatabaseUrls): Promise<void> {
  const kernel = await Kernel.start({ ...urls, core: coreFeatures, plugins: [educationServer], identity: peopleIdentity, clock: systemClock, log: createLogger('warn'), filesDir: tmpdir(), keys: parseKeys(benchKeys, 'the benchmark') });
  try {
    for (let n = 1; n <= tenantCount; n += 1) {
      const { id } = await createTenant(kernel, {
        slug: `tenant-${n}`,
        name: { zh: `第${n}区`, en: `District ${n}` },
        brand: { name: '微项', seal: '微', color: '#a62b23' },
        plugins: [],
        root: { code: 'Q', name: `中共第${n}区委员会`, kind: '区委' },
      });
      // Sums of figures are made while there is nothing to add up: no request here reads them, and a server would be at it for minutes.
      const tenant = await kernel.tenants.byId(id);
      if (tenant) await keepSums.runOutside(kernel, tenant, {}, AbortSignal.timeout(60_000));
    }
  } finally {
    await kernel.close();
  }
}

async function fill(owner: pg.Client): Promise<void> {
  const phrases = allPhrases();
  await owner.query('set synchronous_commit = off; set maintenance_work_mem = \'256MB\'; set work_mem = \'64MB\'');
  await owner.query('create temp table phrase (kind text, no int, text text, tokens text[])');
  await owner.query('insert into phrase select * from json_to_recordset($1) as p (kind text, no int, text text, tokens text[])', [JSON.stringify(phrases)]);
  for (const kind of new Set(phrases.map((phrase) => phrase.kind))) {
    const texts = phrases.filter((phrase) => phrase.kind === kind).map(({ text }) => owner.escapeLiteral(text));
    await owner.query(`create function pg_temp.say_${kind}(n int) returns text language sql immutable as $say$ select (array[${texts.join(', ')}])[1 + n % ${texts.length}] $say$`);
  }
  await owner.query(datasetSql.replaceAll('$edition', String(searchEdition)));
}

/** Changes with everything that the dataset depends on: migrations, phrases, statements. */
async function stampOf(): Promise<string> {
  const hash = createHash('sha256').update(datasetSql).update(JSON.stringify(allPhrases())).update(`${tenantCount} ${searchEdition} sums`);
  for (const { feature, folder } of migrationsOf([...coreFeatures, educationServer])) {
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()) hash.update(`${feature} ${name}`).update(await readFile(new URL(name, `${folder.href}/`)));
  }
  return hash.digest('hex');
}

async function stampIn(adminUrl: string): Promise<string | null> {
  const url = new URL(adminUrl);
  url.pathname = `/${template}`;
  const client = new pg.Client({ connectionString: url.href });
  try {
    await client.connect();
    const { rows } = await client.query<{ stamp: string | null }>(`select obj_description('public'::regnamespace, 'pg_namespace') as stamp`);
    return rows[0]?.stamp ?? null;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '3D000') return null;
    throw error;
  } finally {
    await client.end();
  }
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
