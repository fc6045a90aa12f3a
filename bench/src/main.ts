import { startPostgres } from '@weixiang/kernel/postgres';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { untilQuiet } from './cpu.js';
import { freshDataset } from './dataset/dataset.js';
import type { Engine } from './engines/engine.js';
import { startFloor } from './engines/floor.js';
import { startOurs } from './engines/ours.js';
import { startPostgraphile } from './engines/postgraphile.js';
import { Load } from './load.js';
import { readOptions } from './options.js';
import { compare } from './compare.js';
import { signInSecretaries } from './queries/secretaries.js';
import { cpuRatio, rpsRatio, tableOf } from './table.js';

const options = readOptions(process.argv.slice(2));
const dataDir = resolve(process.env['BENCH_DIR'] ?? join(tmpdir(), 'weixiang-bench'));
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const stops: (() => Promise<unknown>)[] = [];
const stopAll = async (): Promise<void> => {
  for (const stop of stops.splice(0).reverse()) await stop();
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stopAll().finally(() => process.exit(130)));
try {
  const postgres = await startPostgres({ dataDir, log: say });
  stops.push(() => postgres.stop());
  const urls = await freshDataset(postgres.adminUrl, say);
  const admin = new pg.Client({ connectionString: new URL(new URL(urls.databaseUrl).pathname, postgres.adminUrl).href });
  await admin.connect();
  stops.push(() => admin.end());
  await preparePostgraphile(admin, urls.databaseOwnerUrl);
  const secretaries = await signInSecretaries(urls.databaseOwnerUrl);

  const engines: Engine[] = [];
  for (const name of options.engines) {
    say(`Starting ${name}.`);
    const engine = await start(name);
    stops.push(() => engine.stop());
    engines.push(engine);
  }
  // Our server looks after its records once it has started.
  for (const engine of engines) await untilQuiet(admin, engine);
  const riders = engines.map((engine) => ({ engine, load: new Load(engine, options.concurrency) }));
  const titles = Object.fromEntries(engines.map(({ name, title }) => [name, title]));
  const results: Record<string, unknown> = {};
  for (const query of options.queries) {
    const figures = await compare(query, riders, secretaries, admin, options, say);
    const ours = figures.get('ours');
    if (ours) {
      const [postgraphile, floor] = [figures.get('postgraphile'), figures.get('floor')];
      results[query.name] = { ...ours, vsPostgraphile: cpuRatio(ours, postgraphile), vsFloor: cpuRatio(ours, floor), rpsVsPostgraphile: rpsRatio(ours, postgraphile), rpsVsFloor: rpsRatio(ours, floor) };
    }
    if (!options.json) process.stdout.write(`\n${tableOf(query, figures, titles)}\n`);
  }
  for (const { load } of riders) await load.close();
  if (options.json) process.stdout.write(`${JSON.stringify({ queries: results }, null, 2)}\n`);

  function start(name: Engine['name']): Promise<Engine> {
    if (name === 'ours') return startOurs(urls, dataDir, options.profile ? join(dataDir, 'profile') : null);
    const url = new URL(urls.databaseUrl);
    if (name === 'floor') return startFloor(url.href, dataDir);
    return startPostgraphile(Object.assign(url, { username: 'bench_graphile', password: 'bench' }).href, dataDir);
  }
} finally {
  await stopAll();
}

/** The role of the other engine, with a secretary's rights. */
async function preparePostgraphile(admin: pg.Client, ownerUrl: string): Promise<void> {
  const { rowCount } = await admin.query(`select from pg_roles where rolname = 'bench_graphile'`);
  if (!rowCount) await admin.query(`create role bench_graphile login nosuperuser nobypassrls password 'bench'`);
  await admin.query(`grant connect on database weixiang_bench to bench_graphile`);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    for (const file of ['session', 'make-wish', 'postgraphile']) await owner.query(readFileSync(new URL(`../sql/${file}.sql`, import.meta.url), 'utf8'));
  } finally {
    await owner.end();
  }
}
