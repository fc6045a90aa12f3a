// npm run bench:schemas: what 200 different sets of plugins cost one process. The plugins are the installed ones and eight
// generated ones, each with a record, a list, an enum, a mutation, a type of project and a field on core's wishes.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { FeatureCatalogue, SchemaCache, createApollo, createLogger } from '../../packages/server/kernel/dist/index.js';
import { warePlugins } from '../../packages/server/kernel/dist/schema/fixture/wares.fixture.js';
import { Project, Wish } from '../../packages/server/core/dist/index.js';
import { core, plugins } from '../../packages/server/app/dist/installed.js';
import { quantile, report } from '../aims.mjs';

const count = 200;
const generated = warePlugins(8, { owner: Wish, kinds: Project, dependsOn: 'wishes' });
const catalogue = new FeatureCatalogue([...core], [...plugins, ...generated]);
const names = catalogue.plugins.map(({ declaration }) => declaration.name);
const sets = [...new Set(Array.from({ length: 2 ** names.length }, (_, bits) => catalogue.setFor(names.filter((_name, at) => (bits * 37) & (1 << at)))))].slice(0, count);
const log = createLogger('silent');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const heap = () => {
  collect();
  return process.memoryUsage().heapUsed / 1e6;
};

const cache = new SchemaCache(catalogue.everything);
const wholeSince = performance.now();
cache.of(catalogue.everything);
const whole = performance.now() - wholeSince;

const kept = [];
const before = heap();
const processor = [];
const waited = [];
for (const set of sets) {
  const spent = process.cpuUsage();
  const since = performance.now();
  const schema = cache.of(set);
  kept.push(schema, await createApollo({ schema, log }));
  waited.push(performance.now() - since);
  const { user, system } = process.cpuUsage(spent);
  processor.push((user + system) / 1000);
}
const perSet = (heap() - before) / sets.length;

const leaks = sets.flatMap((set, at) => {
  const text = Object.values(kept[at * 2].getTypeMap()).flatMap((type) => [type.name, ...('getFields' in type ? Object.keys(type.getFields()) : [])]).join(' ').toLowerCase();
  return generated.map(({ declaration }) => declaration.name).filter((name) => text.includes(name) !== set.plugins.includes(name));
});

process.exitCode = report(`${sets.length} sets of plugins in one process, schema and Apollo server each`, [
  { name: 'sets', value: sets.length, unit: '', least: count },
  { name: 'the whole, once at boot', value: whole, unit: 'ms' },
  { name: 'processor time of a set, mean', value: processor.reduce((a, b) => a + b, 0) / sets.length, unit: 'ms', most: 15 },
  { name: 'time of a set, median', value: quantile(waited, 0.5), unit: 'ms', most: 15 },
  { name: 'time of a set, p99', value: quantile(waited, 0.99), unit: 'ms' },
  { name: 'heap of a set, mean', value: perSet, unit: 'MB', most: 1 },
  { name: 'plugins that show in a set without them', value: leaks.length, unit: '', most: 0 },
]);
