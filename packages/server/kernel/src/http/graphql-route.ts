import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Kernel } from '../kernel.js';
import type { RequestContext } from '../request/context.js';
import { ApolloCache } from '../schema/apollo.js';
import { handleGraphQL } from '../schema/graphql-handler.js';

/** `POST /t/:tenant/graphql` (and GET for queries), each tenant on the schema of its plugins. */
export function graphqlRoute(
  kernel: Kernel,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext | null>,
): FastifyPluginAsync {
  return async (server) => {
    const apollos = new ApolloCache(kernel.catalogue, kernel.log);
    server.addHook('onClose', () => apollos.stop());
    // Apollo says itself what is wrong with a body, by the specification's words; Fastify only reads it.
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    server.route({
      method: ['GET', 'POST'],
      url: '/t/:tenant/graphql',
      handler: async (request, reply) => {
        const context = await contextOf(request, reply);
        if (!context) return reply;
        const answer = await handleGraphQL(await apollos.of(context.features), {
          method: request.method,
          headers: request.headers,
          search: URL.parse(request.url, 'http://localhost')?.search ?? '',
          body: request.body,
          context,
        });
        return reply.code(answer.status).headers(answer.headers).send(answer.body);
      },
    });
  };
}
