import { toTypeId } from '@weixiang/shared';
import { newWish } from '../dataset/phrases.js';
import type { Engine } from '../engines/engine.js';
import { type Load, prepare, type Prepared } from '../load.js';
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

/**
 * Makes the requests of a query, asks every engine each of them once, and compares the answers.
 * @throws Error when two engines answer differently.
 */
export async function samplesOf(query: Query, riders: readonly Rider[], secretaries: readonly Secretary[]): Promise<Samples> {
  const samples: Samples = Object.fromEntries(riders.map(({ engine }) => [engine.name, []]));
  for (const secretary of secretaries) {
    if (query.name === 'Q1') await sampleWishes(query, riders, secretary, samples);
    else if (!query.writes) await samplePages(query, riders, secretary, samples);
  }
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
  const [{ load } = { load: null }] = riders;
  if (!load) return;
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

export { newWish };
