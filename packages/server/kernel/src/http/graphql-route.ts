import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Kernel } from '../kernel.js';
import type { RequestContext } from '../request/context.js';
import { ApolloCache } from '../schema/apollo.js';
import { addGraphQL } from './graphql-endpoint.js';

/** `POST /t/:tenant/graphql` (and GET for queries), each tenant on the schema of its plugins. */
export function graphqlRoute(
  kernel: Kernel,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext | null>,
): FastifyPluginAsync {
  return async (server) => {
    const apollos = new ApolloCache(kernel.catalogue, kernel.log);
    server.addHook('onClose', () => apollos.stop());
    addGraphQL(server, '/t/:tenant/graphql', async (request, reply) => {
      const context = await contextOf(request, reply);
      return context && { apollo: await apollos.of(context.features), context };
    });
  };
}
