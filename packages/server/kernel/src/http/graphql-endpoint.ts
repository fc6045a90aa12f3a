import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { handleGraphQL } from '../schema/graphql-handler.js';
import type { OperationContext } from '../schema/operation-context.js';

/** Who answers a request, and with which context. */
export interface Answerer {
  apollo: ApolloServer<OperationContext>;
  context: OperationContext;
}

/** GraphQL at a path of its scope; `answererOf` gives null when it has replied itself. */
export function addGraphQL(server: FastifyInstance, url: string, answererOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Answerer | null>): void {
  // Apollo says itself what is wrong with a body, by the specification's words; Fastify only reads it.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  server.route({
    method: ['GET', 'POST'],
    url,
    handler: async (request, reply) => {
      const answerer = await answererOf(request, reply);
      if (!answerer) return reply;
      const answer = await handleGraphQL(answerer.apollo, {
        method: request.method,
        headers: request.headers,
        search: searchOf(request.url),
        body: request.body,
        context: answerer.context,
      });
      return reply.code(answer.status).headers(answer.headers).send(answer.body);
    },
  });
}

function searchOf(url: string): string {
  const at = url.indexOf('?');
  return at < 0 ? '' : url.slice(at);
}
