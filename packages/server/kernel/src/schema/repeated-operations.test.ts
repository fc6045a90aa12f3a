import { GraphQLError } from 'graphql';
import { describe, expect, it, vi } from 'vitest';
import { Forbidden } from '../refusal.js';
import { openLibrary } from './fixture/world.fixture.js';
import { handleGraphQL } from './graphql-handler.js';

const text = '{"book":{"title":"静夜思"}}';
const query = 'query ($id: ID!) { book(id: $id) { title } }';
const variables = { id: 'book-1' };

async function open() {
  const world = await openLibrary();
  const { reads, server } = world;
  reads.text = text;
  return { ...world, apollo: vi.spyOn(server.apollo, 'executeHTTPGraphQLRequest') };
}

it('answers what is asked again as Apollo did, without it', async () => {
  const { ask, apollo } = await open();
  const first = await ask(query, { variables });
  expect(first.body).toBe(`{"data":${text},"extensions":{"cost":{"requested":2,"limit":100000}}}`);
  expect(await ask(query, { variables })).toEqual(first);
  expect(await ask(query, { variables: { id: 'book-2' } })).toEqual(first); // the fixture's reads answer anything alike
  expect(apollo).toHaveBeenCalledOnce();
});

it('asks Apollo for another operation of a document, and for other media types', async () => {
  const { ask, apollo } = await open();
  const both = 'query A { book(id: "b") { title } } query B { book(id: "b") { title } shelf: book(id: "b") { title } }';
  const costs = [];
  for (const operationName of ['A', 'B', 'A', 'B']) costs.push((await ask(both, { operationName })).json.extensions?.['cost']);
  expect(costs).toMatchObject([{ requested: 2 }, { requested: 4 }, { requested: 2 }, { requested: 4 }]);
  expect(apollo).toHaveBeenCalledTimes(2);
  const types = [];
  for (const accept of ['application/json', 'application/graphql-response+json', 'application/json']) types.push((await ask(query, { variables, headers: { accept } })).headers['content-type']);
  expect(types).toEqual(['application/json; charset=utf-8', 'application/graphql-response+json; charset=utf-8', 'application/json; charset=utf-8']);
  expect(apollo).toHaveBeenCalledTimes(4);
});

it('looks at the limits every time', async () => {
  const { ask } = await open();
  const pages = 'query ($n: Int) { books(first: $n) { totalCount } }';
  expect((await ask(pages, { variables: { n: 1 } })).status).toBe(200);
  const { status, json } = await ask(pages, { variables: { n: 1_000 } });
  expect([status, json.errors?.[0]?.extensions['code']]).toEqual([400, 'PAGE_TOO_LARGE']);
});

it('tells errors as Apollo does', async () => {
  const fail = () => {
    throw new Error('secret_table');
  };
  const unknown = await open();
  unknown.reads.text = fail;
  const first = await unknown.ask(query, { variables });
  const known = await open();
  await known.ask(query, { variables });
  known.reads.text = fail;
  expect(await known.ask(query, { variables })).toEqual(first);
  expect(known.apollo).toHaveBeenCalledOnce();
  expect(known.log.map(({ err }) => err?.message)).toEqual(['secret_table']);
});

it('leaves to Apollo what the compiler leaves to node', async () => {
  const { ask, reads, apollo } = await open();
  await ask(query, { variables });
  reads.text = null;
  expect((await ask(query, { variables })).json.data).toEqual({ book: { title: '静夜思' } });
  expect(apollo).toHaveBeenCalledTimes(2);
});

describe('a mutation', () => {
  const lend = 'mutation ($input: LendBookInput!) { lendBook(input: $input) { book { title } refusals { code } } }';
  const input = { book: 'book-1' };

  it('is answered again as Apollo did, without it, and run once each time', async () => {
    const { ask, apollo, context } = await open();
    const write = vi.spyOn(context, 'write');
    const first = await ask(lend, { variables: { input } });
    expect(first.json).toMatchObject({ data: { lendBook: { book: { title: '静夜思' }, refusals: [] } }, extensions: { cost: {} } });
    expect(await ask(lend, { variables: { input } })).toEqual(first);
    expect((await ask(lend, { variables: { input: { book: 'book-2' } } })).json.data).toEqual({ lendBook: { book: { title: '红楼梦' }, refusals: [] } });
    expect([apollo.mock.calls.length, write.mock.calls.length]).toEqual([1, 3]);
  });

  it.each([new Error('secret_table'), new Forbidden('lend Book'), new GraphQLError('x'.repeat(2_000), { extensions: { code: 'OUR_OWN' } })])('that fails is told of as by Apollo, and not run again: %o', async (failure) => {
    const fails = (world: Awaited<ReturnType<typeof open>>) => vi.spyOn(world.context, 'write').mockRejectedValue(failure);
    const unknown = await open();
    fails(unknown);
    const first = await unknown.ask(lend, { variables: { input } });
    const known = await open();
    await known.ask(lend, { variables: { input } });
    const write = fails(known);
    expect(await known.ask(lend, { variables: { input } })).toEqual(first);
    expect([known.apollo.mock.calls.length, write.mock.calls.length]).toEqual([1, 1]);
  });

  it('whose variables are not of its types is refused by Apollo, and not run', async () => {
    const { ask, apollo, context } = await open();
    await ask(lend, { variables: { input } });
    const write = vi.spyOn(context, 'write');
    const { status, json } = await ask(lend, { variables: { input: { book: ['book-1'] } } });
    expect([status, json.errors?.[0]?.extensions['code'], apollo.mock.calls.length, write.mock.calls.length]).toEqual([400, 'BAD_USER_INPUT', 2, 0]);
  });
});

it.each([{ variables: 'none' }, { variables: ['b'] }, { operationName: 7 }, { operationName: '' }, { extensions: 'none' }])('asks Apollo of %j', async (strange) => {
  const { ask, apollo, server, caller: context } = await open();
  const plain = '{ book(id: "b") { title } }';
  await ask(plain);
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  const { status } = await handleGraphQL(server, { method: 'POST', search: '', headers, body: { query: plain, ...strange }, context });
  expect([status, apollo.mock.calls.length]).toEqual([400, 2]);
});
