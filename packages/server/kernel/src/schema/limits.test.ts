import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { openLibrary } from './fixture/world.fixture.js';

const codeOf = async (query: string, variables?: Record<string, unknown>): Promise<unknown> => {
  const { ask } = await openLibrary();
  const { status, json } = await ask(query, { variables });
  if (status === 200) return json.extensions?.['cost'];
  expect(status).toBe(400);
  expect(json.data).toBeUndefined();
  return json.errors?.[0]?.extensions['code'];
};

const nested = (depth: number): string => `{ book(id: "b") { ${'shelf { books { nodes { '.repeat(depth)} id ${'} } }'.repeat(depth)} } }`;

describe('the cost of a document', () => {
  it.each([
    ['{ book(id: "b") { id title } }', 3],
    ['{ book(id: "b") { id shelf { title } } }', 4],
    ['{ books { nodes { id title } } }', 1 + 1 + 20 * 2],
    ['{ books(first: 3) { nodes { id title } totalCount pageInfo { endCursor } } }', 1 + 1 + 3 * 2 + 10 + 2],
    ['{ books(first: 3) { edges { cursor node { id } } } }', 1 + 1 + 3 * 3],
    ['{ books(first: 3) { ...Page } } fragment Page on BookConnection { nodes { ...Title } } fragment Title on Book { title }', 1 + 1 + 3],
    ['{ bookCounts { key count } }', 1 + 10 * 2],
    ['{ reader { seen { id } } }', 1 + 1 + 10],
    ['{ __typename }', 0],
  ])('of %s is %i', async (query, requested) => {
    expect(await codeOf(query)).toEqual({ requested, limit: 100_000 });
  });

  it('follows the variables, their defaults and the argument’s default', async () => {
    const query = 'query ($n: Int = 5) { books(first: $n) { nodes { id } } }';
    expect(await codeOf(query)).toMatchObject({ requested: 7 });
    expect(await codeOf(query, { n: 50 })).toMatchObject({ requested: 52 });
    expect(await codeOf(query, { n: null })).toMatchObject({ requested: 22 });
  });

  it('is refused above the limit, before anything runs', async () => {
    const { ask, reads } = await openLibrary();
    const { status, json } = await ask('{ shelves(first: 100) { nodes { books(first: 100) { nodes { id title state printedOn version createdAt shelf { id title label { zh } } availableSteps { name } } } } } }');
    expect(status).toBe(400);
    expect(json.errors?.[0]?.extensions).toEqual({ code: 'DOCUMENT_TOO_COSTLY', cost: { requested: 220_202, limit: 100_000 } });
    expect(reads.fieldsRead).toEqual([]);
  });

  it('counts a fragment that is spread a billion times, in no time', async () => {
    const bombs = Array.from({ length: 40 }, (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`).join(' ');
    const query = `query ($n: Int) { ...F0 } ${bombs} fragment F40 on Query { books(first: $n) { nodes { id } } }`;
    expect(await codeOf(query, { n: 2 })).toBe('DOCUMENT_TOO_COSTLY');
  });
});

describe('the limits', () => {
  it('refuse pages that are too long or have no length, given as number or variable', async () => {
    expect(await codeOf('{ books(first: 101) { totalCount } }')).toBe('PAGE_TOO_LARGE');
    expect(await codeOf('{ books(first: -1) { totalCount } }')).toBe('PAGE_TOO_LARGE');
    expect(await codeOf('query ($n: Int) { books(first: $n) { totalCount } }', { n: 1_000_000 })).toBe('PAGE_TOO_LARGE');
    expect(await codeOf('{ books(first: 100) { totalCount } }')).toMatchObject({ requested: 11 });
  });

  it('refuse fields too deep, also by fragments', async () => {
    expect(await codeOf(nested(2))).toMatchObject({ limit: 100_000 });
    expect(await codeOf(nested(4))).toBe('DOCUMENT_TOO_DEEP');
    const deep = '{ books(first: 1) { nodes { ...A } } } fragment A on Book { shelf { books(first: 1) { nodes { ...B } } } } fragment B on Book { shelf { books(first: 1) { nodes { ...C } } } }';
    expect(await codeOf(`${deep} fragment C on Book { title }`)).toMatchObject({ limit: 100_000 });
    expect(await codeOf(`${deep} fragment C on Book { shelf { books(first: 1) { nodes { shelf { id } } } } }`)).toBe('DOCUMENT_TOO_DEEP');
  });

  it('refuse too many aliases, directives and tokens', async () => {
    const many = (count: number, text: (n: number) => string): string => Array.from({ length: count }, (_, n) => text(n)).join(' ');
    expect(await codeOf(`{ ${many(51, (n) => `a${n}: __type(name: "A") { name }`)} }`)).toMatchObject({ requested: 0 });
    expect(await codeOf(`{ ${many(51, (n) => `a${n}: book(id: "b") { id }`)} }`)).toBe('TOO_MANY_ALIASES');
    expect(await codeOf(`{ ${many(51, () => 'book(id: "b") @include(if: true) { id }')} }`)).toBe('TOO_MANY_DIRECTIVES');
    expect(await codeOf(`{ ${many(1_000, () => 'id')} }`)).toBe('DOCUMENT_TOO_LONG');
  });

  it('let introspection pass, but not in circles', async () => {
    expect(await codeOf(getIntrospectionQuery())).toMatchObject({ requested: 0 });
    expect(await codeOf('{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }')).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('keep a syntax error a syntax error', async () => {
    expect(await codeOf('{ books(')).toBe('GRAPHQL_PARSE_FAILED');
    expect(await codeOf('')).toBe('BAD_REQUEST');
  });

  it('refuse documents in circles without hanging', async () => {
    expect(await codeOf('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }')).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
