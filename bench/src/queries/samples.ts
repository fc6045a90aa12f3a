import { toTypeId } from '@weixiang/shared';
import type pg from 'pg';
import { newWish } from '../dataset/phrases.js';
import type { Engine } from '../engines/engine.js';
import { type Load, prepare, type Prepared } from '../load.js';
import { untilQuiet } from '../cpu.js';
import { at, normalised } from './answers.js';
import type { EngineName, Query, Secretary } from './query.js';

/** An engine with its connections. */
export interface Rider {
  engine: Engine;
  load: Load;
}

/** The requests of one query, the same ones in the same order for every engine. */
export type Samples = Partial<Record<EngineName, Prepared[]>>;

const pagesEach = 5;
const wishesEach = 10;

/**
 * Makes the requests of a query, asks every engine each of them once, and compares the answers.
 * @throws Error when two engines answer differently.
 */
export async function samplesOf(query: Query, riders: readonly Rider[], secretaries: readonly Secretary[], admin: pg.Client): Promise<Samples> {
  const samples: Samples = Object.fromEntries(riders.map(({ engine }) => [engine.name, []]));
  for (const secretary of secretaries) {
    if (query.writes) prepareWishes(query, riders, secretary, secretaries.indexOf(secretary) * wishesEach, samples);
    else if (query.name === 'Q1') await sampleWishes(query, riders, secretary, samples);
    else await samplePages(query, riders, secretary, samples);
  }
  if (query.writes) await compareTraces(query, riders, samples, admin);
  return samples;
}

async function samplePages(query: Query, riders: readonly Rider[], secretary: Secretary, samples: Samples): Promise<void> {
  const list = query.name === 'Q2' ? 'wishes' : 'projects';
  let cursors: Partial<Record<EngineName, unknown>> = {};
  for (let page = 0; page < pagesEach; page += 1) {
    const answers = await askAll(query, riders, secretary, samples, ({ name }) => ({ after: cursors[name] ?? null }));
    cursors = Object.fromEntries(answers.map(([name, data]) => [name, at(data, list, 'pageInfo', 'endCursor')]));
    const nodes = at(answers[0]?.[1], list, 'nodes');
    if (!Array.isArray(nodes) || nodes.length !== 20) throw new Error(`${query.name} gave no full page.`);
  }
}

async function sampleWishes(query: Query, riders: readonly Rider[], secretary: Secretary, samples: Samples): Promise<void> {
  const ids = await visibleWishes(riders, secretary);
  for (const id of ids) {
    await askAll(query, riders, secretary, samples, ({ name }) => ({ id: name === 'ours' ? toTypeId('wish', id) : id, ...(name === 'postgraphile' ? { tenant: secretary.tenantId } : {}) }));
  }
}

/** Ids of a page of wishes that the secretary may see, from whichever engine there is. */
async function visibleWishes(riders: readonly Rider[], secretary: Secretary): Promise<string[]> {
  const documents: Record<EngineName, string> = {
    ours: '{ wishes(first: 20) { nodes { id } } }',
    postgraphile: '{ wishes: allWishes(first: 20, orderBy: [RECORDED_ON_DESC, ROW_ID_DESC]) { nodes { id: rowId } } }',
    floor: 'Q2',
  };
  const [rider] = riders;
  if (!rider) return [];
  const text = await rider.load.ask(prepare(rider.engine, secretary, documents[rider.engine.name], {}));
  const nodes = at(normalised(JSON.parse(text).data), 'wishes', 'nodes');
  return Array.isArray(nodes) ? nodes.map(({ id }) => String(id)).slice(0, 8) : [];
}

async function askAll(query: Query, riders: readonly Rider[], secretary: Secretary, samples: Samples, variablesOf: (engine: Engine) => Record<string, unknown>): Promise<[EngineName, unknown][]> {
  const answers: [EngineName, unknown][] = [];
  for (const { engine, load } of riders) {
    const prepared = prepare(engine, secretary, query.documents[engine.name], variablesOf(engine));
    answers.push([engine.name, JSON.parse(await load.ask(prepared)).data]);
    samples[engine.name]?.push(prepared);
  }
  const [first, ...others] = answers.map(([, data]) => JSON.stringify(normalised(data)));
  for (const [index, other] of others.entries()) {
    if (other !== first) throw new Error(`${query.name}: ${answers[0]?.[0]} and ${answers[index + 1]?.[0]} answer differently:\n${first}\n${other}`);
  }
  return answers;
}

/** Wishes to be made, one after the other in the community's grids. */
function prepareWishes(query: Query, riders: readonly Rider[], secretary: Secretary, from: number, samples: Samples): void {
  for (let n = from; n < from + wishesEach; n += 1) {
    const { words, tokens } = newWish(n);
    const grid = secretary.grids[n % secretary.grids.length] ?? '';
    const input = { words, channel: 'HOUSEHOLD_VISIT', wisherName: '王秀兰' };
    for (const { engine } of riders) {
      const variables = { input: engine.name === 'ours' ? { ...input, orgUnit: toTypeId('unit', grid) } : { ...input, orgUnit: grid, tokens } };
      samples[engine.name]?.push(prepare(engine, secretary, query.documents[engine.name], variables));
    }
  }
}

/** Has every engine make a wish and compares how many rows that leaves in which tables. @throws Error when they differ. */
async function compareTraces(query: Query, riders: readonly Rider[], samples: Samples, admin: pg.Client): Promise<void> {
  const traces: string[] = [];
  for (const { engine, load } of riders) {
    const [prepared] = samples[engine.name] ?? [];
    if (!prepared) continue;
    // The first one of the day is told, those after it are counted in.
    await load.ask(prepared);
    await untilQuiet(admin, engine);
    const before = await rowCounts(admin);
    await load.ask(prepared);
    await untilQuiet(admin, engine);
    const after = await rowCounts(admin);
    traces.push(Object.entries(after).flatMap(([table, count]) => (count === before[table] || workedOn.has(table) ? [] : [`${table} ${count - (before[table] ?? 0)}`])).join(', '));
  }
  if (new Set(traces).size > 1) throw new Error(`${query.name}: the engines leave other rows:\n${traces.join('\n')}`);
}

/** What our server's jobs make of what is written, each minute and where a tenant has its first event; the others leave it lying. */
const workedOn: ReadonlySet<string> = new Set(['fact_delta', 'fact_sum', 'fact_day', 'event_consumer']);

async function rowCounts(admin: pg.Client): Promise<Record<string, number>> {
  const { rows } = await admin.query<{ counts: Record<string, number> }>(
    `select json_object_agg(relname, (xpath('/row/n/text()', query_to_xml('select count(*) as n from ' || oid::regclass, false, true, '')))[1]::text::int) as counts
     from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  return rows[0]?.counts ?? {};
}
