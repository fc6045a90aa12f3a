import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Kernel } from '../kernel.js';
import type { LiveLimits } from '../live/connections.js';
import { EventStreams, wantsEventStream } from '../live/event-stream.js';
import { Live } from '../live/live.js';
import { liveUpgrades } from '../live/upgrade.js';
import type { Caller } from '../request/caller.js';
import { free } from './admit.js';
import { ApolloCache } from '../schema/apollo.js';
import type { AddressOf } from './client-address.js';
import { addGraphQL, type Admit } from './graphql-endpoint.js';

/** `POST /t/:tenant/graphql` (and GET for queries, WebSocket and event streams for subscriptions), each tenant on the schema of its plugins. */
export function graphqlRoute(
  kernel: Kernel,
  callerOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Caller | null>,
  limits: LiveLimits,
  addressOf: AddressOf,
  admitted: Admit,
): FastifyPluginAsync {
  return async (server) => {
    const apollos = new ApolloCache(kernel.catalogue, kernel.log, {}, kernel.schemas);
    server.addHook('onClose', () => apollos.stop());
    const live = new Live(apollos.schemas, limits);
    const streams = new EventStreams(live);
    server.addHook('preClose', async () => streams.close());
    await server.register(liveUpgrades(kernel, live, addressOf));
    // Streams are counted as the connections that they are.
    const admit: Admit = async (request, reply) => (wantsEventStream(request) ? free : admitted(request, reply));
    addGraphQL(server, '/t/:tenant/graphql', admit, async (request, reply) => {
      const caller = await callerOf(request, reply);
      if (caller && wantsEventStream(request)) {
        await streams.answer(await caller.context(), request, reply);
        return null;
      }
      return caller && { server: await apollos.of(caller.features), context: caller };
    });
  };
}
