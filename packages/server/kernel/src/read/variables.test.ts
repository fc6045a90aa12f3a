import { type FragmentDefinitionNode, getOperationAST, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { Lru } from './lru.js';
import { planVariables, variablesKey } from './variables.js';

function keyOf(source: string, variables: Record<string, unknown>): string {
  const document = parse(source);
  const operation = getOperationAST(document) ?? expect.fail();
  const fragments = document.definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION);
  return variablesKey(planVariables(operation, fragments), variables);
}

describe('what of the variables decides a plan', () => {
  it('is the whole value of page sizes, orders and conditions, in fragments too', () => {
    const source = 'query ($first: Int, $sort: S, $if: Boolean!) { a(first: $first, sort: $sort) { ...F } } fragment F on A { b @skip(if: $if) }';
    expect(keyOf(source, { first: 5, sort: 'NEWEST', if: false })).toBe('[5,"NEWEST",false]');
  });

  it('is of all others only what is given, whatever the values', () => {
    const source = 'query ($id: ID!, $filter: F, $after: String) { a(id: $id, filter: $filter, after: $after) }';
    expect(keyOf(source, { id: 'x', filter: { b: 'y', c: null, d: true, e: [1, 2], f: { g: 3 } } })).toBe('[1,{"b":1,"c":null,"d":true,"e":1,"f":{"g":1}},""]');
    expect(keyOf(source, { id: 'y', filter: null, after: 'z' })).toBe('[1,null,1]');
  });

  it('is of lists whether they hold one value alone', () => {
    const source = 'query ($filter: F) { a(filter: $filter) }';
    expect(keyOf(source, { filter: { a: ['x'], b: ['x', 'y'], c: [] } })).toBe('[{"a":[1],"b":1,"c":1}]');
  });

  it('is the noun of the id that node takes', () => {
    expect(keyOf('query ($id: ID!) { node(id: $id) { id } }', { id: 'wish_01jregejrbf8zssnac3wn9qsr1' })).toBe('["wish"]');
    expect(keyOf('query ($id: ID!) { node(id: $id) { id } }', { id: 'nonsense' })).toBe('[1]');
  });
});

it('forgets what was used longest ago', () => {
  const lru = new Lru<number>(2);
  lru.set('a', 1);
  lru.set('b', 2);
  lru.get('a');
  lru.set('c', 3);
  expect([lru.get('a'), lru.get('b'), lru.get('c'), lru.size]).toEqual([1, undefined, 3, 2]);
});
