import Fastify, { type FastifyInstance } from 'fastify';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from './fixture/world.fixture.js';
import { handleGraphQL } from './graphql-handler.js';

// With CSRF prevention on, a GET that a link could make is refused; the audits send three of those.
const refusedByDesign = new Set(['5A70', 'D6D5', '6A70']);

describe('GraphQL over HTTP, by the audits of graphql-http', () => {
  let server: FastifyInstance;
  let url = '';

  beforeAll(async () => {
    const { server: library, caller: context } = await openLibrary();
    server = Fastify();
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    server.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      handler: async ({ method, headers, body, url: path }, reply) => {
        const search = URL.parse(path, 'http://localhost')?.search ?? '';
        const answer = await handleGraphQL(library, { method, headers, body, search, context });
        return reply.code(answer.status).headers(answer.headers).send(answer.body);
      },
    });
    url = `${await server.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
  });

  afterAll(() => server.close());

  const audits = serverAudits({ url: () => url });

  it('knows 61 of them', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.filter(({ id }) => !refusedByDesign.has(id)))('$id $name', async (audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });

  it.each(audits.filter(({ id }) => refusedByDesign.has(id)))('$id is one that servers MAY pass, and is refused', async (audit) => {
    expect(audit.name).toMatch(/^MAY /);
    expect(await audit.fn()).toMatchObject({ status: 'notice' });
  });
});
