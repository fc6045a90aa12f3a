import type pg from 'pg';
import { CpuMeter, untilQuiet } from './cpu.js';
import type { Engine } from './engines/engine.js';
import type { Load, Prepared } from './load.js';
import type { Options } from './options.js';
import type { EngineName, Query, Secretary } from './queries/query.js';
import { samplesOf, type Rider } from './queries/samples.js';
import { figuresOf, type Figures, type Measured } from './table.js';

const warmUpSliceSeconds = 1.25;
/** A slice that takes less of the processor than this share of the best before says that the engine is not warm yet. */
const stillFaster = 0.98;
/**
 * How many slices an engine gets at most, and how many in a row that are no faster say that it is warm. A write goes through ten
 * times the code of a read in a fifth as many requests, and what is done behind it makes one slice differ from the next.
 */
const warmUpFor = { read: { most: 10, noFaster: 2 }, write: { most: 30, noFaster: 5 } };

/** Measures one query on every engine, in short slices by turns, so that what else the machine does meets all alike. */
export async function compare(query: Query, riders: readonly Rider[], secretaries: readonly Secretary[], admin: pg.Client, options: Options, say: (line: string) => void): Promise<Map<EngineName, Figures>> {
  const samples = await samplesOf(query, riders, secretaries, admin);
  say(`${query.name}: ${samples[riders[0]?.engine.name ?? 'ours']?.length ?? 0} requests, answered alike.`);
  const measured = new Map<EngineName, Measured>();
  for (let round = -1; round < options.rounds; round += 1) {
    for (const { engine, load } of riders) {
      const prepared = samples[engine.name] ?? [];
      let turn = 0;
      const next = () => prepared[(turn++ * 7919) % prepared.length] ?? fail();
      if (round < 0) {
        await warmUp(engine, load, next, admin, query.writes ? warmUpFor.write : warmUpFor.read);
        await untilQuiet(admin, engine);
        continue;
      }
      const meter = await CpuMeter.begin(admin, engine.pid, engine.connections);
      const since = performance.now();
      const took = await load.run(options.seconds, next);
      const seconds = (performance.now() - since) / 1000;
      if (query.writes) await untilQuiet(admin, engine); // what a write leaves to be done afterwards is part of it
      const { node, database } = await meter.read();
      const sum = measured.get(engine.name) ?? { requests: 0, seconds: 0, took: [], nodeMs: 0, databaseMs: 0 };
      measured.set(engine.name, { requests: sum.requests + took.length, seconds: sum.seconds + seconds, took: [...sum.took, ...took], nodeMs: sum.nodeMs + node, databaseMs: sum.databaseMs + database });
    }
  }
  return new Map([...measured].map(([name, sum]) => [name, figuresOf(sum)]));
}

/** Sends requests until some slices in a row have taken no less of the server's processor than those before: what runs for days is compiled. */
async function warmUp(engine: Engine, load: Load, next: () => Prepared, admin: pg.Client, until: { most: number; noFaster: number }): Promise<void> {
  let best = Infinity;
  for (let slices = 0, noFaster = 0; slices < until.most && noFaster < until.noFaster; slices += 1) {
    const meter = await CpuMeter.begin(admin, engine.pid, engine.connections);
    const { length: requests } = await load.run(warmUpSliceSeconds, next);
    const each = (await meter.read()).node / requests;
    noFaster = each < best * stillFaster ? 0 : noFaster + 1;
    best = Math.min(best, each);
  }
}

function fail(): never {
  throw new Error('There are no requests to send.');
}
