import { GraphQLSchema, validateSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { FeatureCatalogue } from '../features/catalogue.js';
import { indexOf } from '../features/feature-index.js';
import { buildSchema } from './build.js';
import { Book, library, Shelf } from './fixture/core.fixture.js';
import { loans } from './fixture/loans.fixture.js';
import { novels } from './fixture/novels.fixture.js';
import { warePlugins } from './fixture/wares.fixture.js';
import { printSorted } from './print.js';
import { SchemaCache } from './schema-cache.js';

const plugins = [novels, loans, ...warePlugins(3, { owner: Shelf, kinds: Book, dependsOn: 'library' })];
const catalogue = new FeatureCatalogue([library], plugins);
const names = catalogue.plugins.map(({ declaration }) => declaration.name);
const sets = [...new Set(Array.from({ length: 2 ** names.length }, (_, bits) => catalogue.setFor(names.filter((_name, at) => bits & (1 << at)))))];
const cache = new SchemaCache(catalogue.everything);

describe('schemas of many sets of plugins in one process', () => {
  it('are those that each set would have had built for itself', () => {
    expect(sets.length).toBeGreaterThan(20);
    for (const set of sets) expect(printSorted(cache.of(set))).toBe(printSorted(buildSchema(set)));
  });

  it('are valid, and hold the types, fields and permissions of their own plugins alone', () => {
    for (const set of sets) {
      const schema = cache.of(set);
      expect(validateSchema(new GraphQLSchema({ ...schema.toConfig(), assumeValid: false }))).toEqual([]);
      const printed = printSorted(schema).toLowerCase();
      const seen = names.filter((name) => name.startsWith('ware') && (printed.includes(name) || [...indexOf(set).permissions.keys()].some((permission) => permission.startsWith(`${name}.`))));
      expect(seen).toEqual(set.plugins.filter((name) => name.startsWith('ware')));
    }
  });

  it('share what is the same in all of them', () => {
    const whole = cache.of(catalogue.everything);
    const one = cache.of(catalogue.setFor(['novels', 'loans', 'warea']));
    expect(one.getType('BookState')).toBe(whole.getType('BookState'));
    expect(one.getType('Shelf')).not.toBe(whole.getType('Shelf'));
    expect(one.getType('WareA')).not.toBe(whole.getType('WareA')); // it leads to the shelf
  });
});
