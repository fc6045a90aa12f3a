import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { bearerOf, cookieName } from './session-cookie.js';

/**
 * Whether a request that a browser's cookie vouches for comes from another site. A bearer token vouches for itself; any
 * other Authorization does not, since browsers repeat a proxy's Basic password by themselves.
 * Browsers send Origin with every POST, so a cookie without it is refused only when Sec-Fetch-Site says cross-site.
 */
export function refuseForeignOrigin(request: FastifyRequest, slug: string): boolean {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return false;
  if (bearerOf(request) !== null || !request.cookies[cookieName(slug)]) return false;
  return comesFromElsewhere(request.headers);
}

/**
 * Whether an upgrade to WebSocket comes from another site. Browsers let any page open one, send cookies along, and tell
 * the page all that comes back: whoever says where it comes from must come from here.
 */
export function refuseForeignUpgrade({ headers }: IncomingMessage): boolean {
  return bearerOf({ headers }) === null && comesFromElsewhere(headers);
}

function comesFromElsewhere({ origin, host, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  if (origin === undefined) return site === 'cross-site';
  return URL.parse(origin)?.host !== host;
}
