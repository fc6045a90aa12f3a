import { startPostgres } from '@weixiang/kernel';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Measured } from './measured.js';
import { middle, type Operation, operationsOf } from './operations.js';
import { plotOf } from './plot.js';
import { listenToStatements, plansOf, statementsOf } from './statements.js';
import { tableOf } from './table.js';
import { foundTown, type Town } from './town.js';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000,10000000' },
    /** Search tokens take 4 GB a million wishes. */
    searchTo: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '21' },
    json: { type: 'boolean', default: false },
    plans: { type: 'string' },
    plot: { type: 'string' },
  },
});

if (options.plans) mkdirSync(options.plans, { recursive: true });

/** Until it is compiled, planned once for good, and what it reads is in memory. */
const warmUps = 8;

const progress = (line: string): void => void process.stderr.write(`${line}\n`);

async function measure(town: Town, size: number, operation: Operation): Promise<Measured> {
  const { name, label, query, variables } = operation;
  const runs = Number(options.runs);
  const asked = (): Promise<unknown> => town.ask(query, variables);
  for (let run = 0; run < warmUps; run += 1) await asked();
  const statements = await statementsOf(asked);
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await asked();
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const plans = await plansOf(town.urls.databaseUrl, town.tenant.id, statements);
  if (options.plans) writeFileSync(join(options.plans, `${name}-${size}.txt`), plans.map(({ statement, lines }) => `${statement}\n\n${lines.join('\n')}\n`).join('\n---\n'));
  const scans = [...new Set(plans.flatMap((plan) => plan.scans))];
  const measured: Measured = { size, name, label, ms: taken[Math.floor(runs / 2)] ?? 0, slowMs: taken[Math.floor(runs * 0.9)] ?? 0, runs, leastMs: taken[0] ?? 0, pages: plans.reduce((sum, { pages }) => sum + pages, 0), scans };
  progress(`${size} ${name}: ${measured.ms.toFixed(1)} ms, least ${measured.leastMs.toFixed(1)}, 9 of 10 in ${measured.slowMs.toFixed(1)}, ${measured.pages} pages, ${statements.length} statements${scans.length > 0 ? `, reads all of ${scans.join(', ')}` : ''}`);
  return measured;
}

async function run(town: Town): Promise<Measured[]> {
  const measured: Measured[] = [];
  let from = 0;
  for (const size of options.sizes.split(',').map(Number)) {
    const hasSearch = size <= Number(options.searchTo);
    const start = performance.now();
    const { sumsMs } = await town.growTo(size, from, hasSearch);
    progress(`${size} wishes: filled in ${((performance.now() - start - sumsMs) / 1000).toFixed(0)} s, sums made in ${(sumsMs / 1000).toFixed(1)} s`);
    from = size;
    const after = Object(await town.ask(middle.query, {})).wishes.pageInfo.endCursor;
    const units = Object(await town.ask('{ orgUnits(first: 1, filter: { codes: ["Q-3-100"] }) { nodes { id } } }', {}));
    for (const operation of operationsOf({ after, unit: units.orgUnits.nodes[0].id })) {
      if (!operation.isSearch || hasSearch) measured.push(await measure(town, size, operation));
    }
  }
  return measured;
}

listenToStatements();
const dataDir = mkdtempSync(join(tmpdir(), 'weixiang-growth-'));
const postgres = await startPostgres({ dataDir, fsync: false });
try {
  const town = await foundTown(postgres.adminUrl);
  try {
    const measured = await run(town);
    if (options.plot) writeFileSync(options.plot, plotOf(measured));
    process.stdout.write(options.json ? `${JSON.stringify(measured, null, 2)}\n` : `${tableOf('median, ms', measured, ({ ms }) => ms)}\n\n${tableOf('fastest, ms', measured, ({ leastMs }) => leastMs)}\n\n${tableOf('pages of 8 kB', measured, ({ pages }) => pages)}\n`);
    const scanned = measured.filter(({ scans }) => scans.length > 0);
    for (const { name, size, scans } of scanned) progress(`${name} at ${size} reads all of ${scans.join(', ')}`);
    if (scanned.length > 0) process.exitCode = 1;
  } finally {
    await town.close();
  }
} finally {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
