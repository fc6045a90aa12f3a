import { pickLanguage } from '@weixiang/shared';
import type { FastifyPluginAsync } from 'fastify';
import type { Kernel } from '../kernel.js';
import { hostName } from '../platform/domain.rules.js';
import type { FoundTenant } from '../platform/found-tenant.js';
import type { PlatformContext } from '../platform/platform.context.js';
import { platformFeatures } from '../platform/platform.feature.js';
import { buildPlatformSchema } from '../platform/platform.schema.js';
import { createApollo } from '../schema/apollo.js';
import { lineOf } from './client-address.js';
import { addGraphQL, type Admit } from './graphql-endpoint.js';
import { refuseForeignOrigin } from './origin.js';
import { cookieName, sessionOf } from './session-cookie.js';

const cookie = { name: cookieName('platform'), path: '/platform', sameSite: 'strict' } as const;
/** Nothing of the platform is compiled to SQL. */
const reads: PlatformContext['reads'] = { operation: async () => null };

/** `POST /platform/graphql`, for those who run the platform. */
export function platformRoute(kernel: Kernel, foundTenant: FoundTenant, admit: Admit): FastifyPluginAsync {
  return async (server) => {
    const started = await createApollo({ schema: buildPlatformSchema(), log: kernel.log });
    server.addHook('onClose', () => started.apollo.stop());
    addGraphQL(server, '/platform/graphql', admit, async (request, reply) => {
      if (refuseForeignOrigin(request, 'platform')) {
        await reply.code(403).send({ errors: [{ message: 'This request came from another site. 请求来自其他网站。', extensions: { code: 'FOREIGN_ORIGIN' } }] });
        return null;
      }
      const session = sessionOf(request, reply, cookie);
      const operator = await kernel.platform.operatorOf(session.token, request.id);
      const context: PlatformContext = {
        requestId: request.id,
        features: platformFeatures,
        language: pickLanguage(request.headers['accept-language']),
        clientAddress: lineOf(request.ip),
        host: hostName(request.headers.host),
        reads,
        resolverContext: async () => context,
        session,
        operator,
        kernel,
        foundTenant,
      };
      return { server: started, context };
    });
  };
}
