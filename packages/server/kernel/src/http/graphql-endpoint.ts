import type { Place } from '../admission/index.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { StartedApollo } from '../schema/apollo.js';
import { handleGraphQL } from '../schema/graphql-handler.js';
import type { OperationContext } from '../schema/operation-context.js';

/** Who answers a request, and with which context. */
export interface Answerer {
  server: StartedApollo;
  context: OperationContext;
}

/** What is asked before a request is worked on; null when it was refused. */
export type Admit = (request: FastifyRequest, reply: FastifyReply) => Promise<Place | null>;

/** GraphQL at a path of its scope; `answererOf` gives null when it has replied itself. */
export function addGraphQL(server: FastifyInstance, url: string, admit: Admit, answererOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Answerer | null>): void {
  // Apollo says itself what is wrong with a body, by the specification's words; Fastify only reads it.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  server.route({
    method: ['GET', 'POST'],
    url,
    handler: async (request, reply) => {
      const place = await admit(request, reply);
      if (!place) return reply;
      try {
        const answerer = await answererOf(request, reply);
        if (!answerer) return reply;
        const answer = await handleGraphQL(answerer.server, {
          method: request.method,
          headers: request.headers,
          search: searchOf(request.url),
          body: request.body,
          context: answerer.context,
        });
        return reply.code(answer.status).headers(answer.headers).send(Buffer.from(answer.body));
      } finally {
        place.release();
      }
    },
  });
}

function searchOf(url: string): string {
  const at = url.indexOf('?');
  return at < 0 ? '' : url.slice(at);
}
