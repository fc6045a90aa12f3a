import { GraphQLError } from 'graphql';
import type { RequestContext } from '../request/context.js';

/**
 * The context that the same client would get now: session, roles and plugins are read again, so that a right that was
 * taken away is gone with the next event.
 * @throws GraphQLError SESSION_ENDED when the person of before is signed out, PLUGINS_CHANGED when the schema is another.
 */
export async function renewed(before: RequestContext): Promise<RequestContext> {
  const now = await sameClient(before);
  if (now.features !== before.features) throw ended('PLUGINS_CHANGED', 'The tenant’s plugins changed. Subscribe again.');
  return now;
}

/**
 * Like {@link renewed}, for a client that is about to subscribe: with the plugins as they are by now.
 * @throws GraphQLError SESSION_ENDED.
 */
export async function sameClient({ kernel, tenant, requestId, language, purpose, clientAddress, session, actor }: RequestContext): Promise<RequestContext> {
  const known = await kernel.tenants.byId(tenant.id);
  const now = known && (await kernel.contextFor(known, { requestId, language, purpose, clientAddress, session }));
  if (now?.actor.personId !== actor.personId) throw ended('SESSION_ENDED', 'The session has ended. Sign in and subscribe again.');
  return now;
}

function ended(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
