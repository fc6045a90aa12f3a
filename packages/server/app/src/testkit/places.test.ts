import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { inOrderFor, nestedPlaces, waysInto } from './places.js';

const schema = buildSchema(`
  type Query { town(id: ID!): Town towns: TownConnection news: [News!] viewer: Viewer }
  type Mutation { close(id: ID!): Town }
  type Viewer { home: Town }
  type TownConnection { nodes: [Town!]! edges: [TownEdge!]! }
  type TownEdge { node: Town! }
  type Town { houses(filter: HouseFilter): HouseConnection }
  type HouseConnection { nodes: [House!]! }
  interface House { town: Town rooms(of: ID): Int }
  type Villa implements House { town: Town rooms(of: ID): Int guests(filter: HouseFilter!): Int }
  union News = Town | Villa
  input HouseFilter { town: ID of: Owner ids: [ID!] name: String }
  input Owner { person: ID }
`);

describe('places that take an id', () => {
  it('are there once, whatever leads to them, with the members of their arguments', () => {
    expect(nestedPlaces(schema).map(({ name }) => name).toSorted()).toEqual([
      'House.rooms.of',
      'Town.houses.filter.ids',
      'Town.houses.filter.of.person',
      'Town.houses.filter.town',
      'Villa.guests.filter.ids',
      'Villa.guests.filter.of.person',
      'Villa.guests.filter.town',
      'Villa.rooms.of',
    ]);
  });

  it('are come to by fields that ask for nothing, through the nodes of lists and each type of a record', () => {
    const ways = Object.fromEntries([...waysInto(schema)].map(([type, all]) => [type, all.map((way) => way.join(' ')).toSorted()]));
    expect(ways['Town']).toEqual(['news ... on Town', 'news ... on Villa town', 'towns nodes', 'viewer home']);
    expect(ways['House']).toEqual(['news ... on Town houses nodes', 'towns nodes houses nodes']);
    expect(ways['Villa']).toEqual(['news ... on Town houses nodes ... on Villa', 'news ... on Villa', 'towns nodes houses nodes ... on Villa']);
  });

  it('draw the same for the same place, whatever else there is, and differ from one another', () => {
    const things = Array.from({ length: 40 }, (_, at) => `thing ${at}`);
    const draw = (place: string, from: readonly string[]) => inOrderFor(place, from, (thing) => thing);
    const drawn = draw('Town.houses.filter.town', things);
    expect(draw('Town.houses.filter.town', things.toReversed())).toEqual(drawn);
    const [first, ...rest] = drawn;
    expect(draw('Town.houses.filter.town', things.filter((thing) => thing !== first))).toEqual(rest);
    expect(new Set(Array.from({ length: 40 }, (_, at) => draw(`place ${at}`, things)[0])).size).toBeGreaterThan(15);
  });
});
