import { describe, expect, it } from 'vitest';
import { ApolloCache } from './apollo.js';
import { catalogue, openLibrary } from './fixture/world.fixture.js';
import { handleGraphQL } from './graphql-handler.js';
import { Forbidden, refuse } from '../refusal.js';
import { pino } from 'pino';

describe('an answer', () => {
  it('goes out as the compiler wrote it, with its cost', async () => {
    const { ask, reads } = await openLibrary();
    reads.text = '{"book":{"title":"静夜思 \\u2028"}}';
    const { body, status } = await ask('{ book(id: "b") { title } }');
    expect(status).toBe(200);
    expect(body).toBe('{"data":{"book":{"title":"静夜思 \\u2028"}},"extensions":{"cost":{"requested":2,"limit":100000}}}');
  });

  it('is a person’s own, so nobody keeps it', async () => {
    const { ask } = await openLibrary();
    expect((await ask('{ __typename }')).headers['cache-control']).toBe('private, no-store');
  });

  it('says which variables do not fit', async () => {
    const { ask } = await openLibrary();
    expect((await ask('query ($n: Int!) { books(first: $n) { totalCount } }', { variables: { n: 'three' } })).json.errors?.[0]).toMatchObject({
      message: expect.stringContaining('Variable "$n" got invalid value "three"'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

describe('an error', () => {
  it('is told the same however often the operation is asked', async () => {
    const { ask } = await openLibrary();
    for (let time = 1; time <= 3; time += 1) {
      const { json, status } = await ask('{ shelves { nodes { title } } }');
      expect({ time, status, code: json.errors?.[0]?.extensions?.['code'] }).toEqual({ time, status: 200, code: 'INTERNAL' });
    }
  });

  it('of permission says FORBIDDEN and nothing else', async () => {
    const { ask } = await openLibrary();
    const { json } = await ask('{ broken(by: "forbidden") }');
    expect(json).toMatchObject({ data: { broken: null }, errors: [{ message: '您没有这项权限。', path: ['broken'], locations: [{ line: 1, column: 3 }], extensions: { code: 'FORBIDDEN' } }] });
    expect(Object.keys(json.errors?.[0]?.extensions ?? {})).toEqual(['code']);
  });

  it('that the user can mend says how, in their language', async () => {
    const { ask } = await openLibrary();
    const { json } = await ask('{ broken(by: "refusal") }');
    expect(json.errors?.[0]).toMatchObject({ message: '书架只放得下 3 本。', extensions: { code: 'BAD_USER_INPUT', refusal: 'SHELF_FULL', field: 'shelf' } });
  });

  it('of ours is hidden behind the request’s id and written to the log', async () => {
    const { ask, log } = await openLibrary();
    for (let use = 0; use < 3; use += 1) {
      const { body, json } = await ask('{ broken(by: "fault") }');
      expect(body).not.toContain('secret_table');
      expect(json.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL', requestId: 'request-1' });
    }
    expect(log).toHaveLength(3);
    expect(log[2]).toMatchObject({ requestId: 'request-1', err: { message: 'relation "secret_table" does not exist' } });
  });

  it('of a value that breaks its type’s promise is ours too', async () => {
    const { ask, log } = await openLibrary();
    const { body, json } = await ask('{ broken(by: "value") }');
    expect(body).not.toContain('secret_table');
    expect(json.errors?.[0]?.extensions['code']).toBe('INTERNAL');
    expect(log[0]?.err?.message).toContain('String cannot represent value');
  });

  it('of an operation that is not there says so', async () => {
    const { ask } = await openLibrary();
    const { status, json } = await ask('query A { __typename } query B { __typename }', { operationName: 'C' });
    expect(status).toBe(400);
    expect(json.errors?.[0]).toMatchObject({ message: 'Unknown operation named "C".', extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
  });

  it('of the compiler is told the same way', async () => {
    const { ask, reads } = await openLibrary();
    const thrown: unknown[] = [new Error('statement timeout at 10.0.0.1'), new Forbidden('read Book'), refuse('SHELF_FULL', null, { limit: 1 })];
    const told = [];
    for (const error of thrown) {
      reads.text = () => {
        throw error;
      };
      const { status, json } = await ask('{ book(id: "b") { title } }');
      expect(status).toBe(200);
      expect(json.data).toBeNull();
      told.push(json.errors?.[0]?.extensions['code']);
    }
    expect(told).toEqual(['INTERNAL', 'FORBIDDEN', 'BAD_USER_INPUT']);
  });

  it('suggests nothing and shows no stack', async () => {
    const { ask } = await openLibrary();
    const { body, json } = await ask('{ boook(id: "b") { titel } }');
    expect(json.errors?.[0]?.message).toBe('Cannot query field "boook" on type "Query".');
    expect(body).not.toMatch(/Did you mean|stacktrace|node_modules/);
  });

  it('suggests and shows in development', async () => {
    const { ask } = await openLibrary({ isDevelopment: true });
    const { json } = await ask('{ boook(id: "b") { titel } }');
    expect(json.errors?.[0]?.message).toContain('Did you mean');
    expect(json.errors?.[0]?.extensions).toHaveProperty('stacktrace');
  });
});

describe('a request', () => {
  const open = async () => {
    const { server, caller: context } = await openLibrary();
    return (request: { method?: string; headers?: Record<string, string>; body?: unknown; search?: string }) =>
      handleGraphQL(server, { method: 'POST', search: '', body: undefined, headers: {}, ...request, context });
  };

  it('that another site’s form could send is refused', async () => {
    const send = await open();
    expect((await send({ headers: { 'content-type': 'text/plain' }, body: '{"query":"{ __typename }"}' })).status).toBe(400);
    expect((await send({ method: 'GET', search: '?query={__typename}' })).body).toContain('CSRF');
  });

  it('in a batch is refused', async () => {
    const send = await open();
    const { status, body } = await send({ headers: { 'content-type': 'application/json' }, body: '[{"query":"{ __typename }"}]' });
    expect(status).toBe(400);
    expect(body).toContain('batching');
  });

  it('to follow something is sent elsewhere', async () => {
    const { ask } = await openLibrary();
    const { status, json } = await ask('subscription { bookLent { title } }');
    expect(status).toBe(400);
    expect(json.errors?.[0]?.message).toContain('WebSocket');
  });

  it('that is no JSON is refused', async () => {
    const send = await open();
    const { status, body } = await send({ headers: { 'content-type': 'application/json' }, body: '{"query":' });
    expect(status).toBe(400);
    expect(JSON.parse(body).errors[0].extensions.code).toBe('BAD_REQUEST');
  });

  it('of a browser for a page gets one that loads nothing from elsewhere', async () => {
    const send = await open();
    const { status, body, headers } = await send({ method: 'GET', headers: { accept: 'text/html,application/xhtml+xml' } });
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/html');
    expect(body).toContain('微项 GraphQL');
    expect(body).not.toMatch(/<script|src=|https?:/);
  });
});

it('makes one server for each set of features', async () => {
  const apollos = new ApolloCache(catalogue, pino({ level: 'silent' }));
  expect(await apollos.of(catalogue.setFor([]))).toBe(await apollos.of(catalogue.setFor([])));
  expect(await apollos.of(catalogue.setFor([]))).not.toBe(await apollos.of(catalogue.everything));
  await apollos.stop();
});
