import type { FastifyRequest } from 'fastify';

/**
 * Whether a request that a browser's cookie vouches for comes from another site. A bearer token vouches for itself.
 * Browsers send Origin with every POST, so a cookie without it is refused only when Sec-Fetch-Site says cross-site.
 */
export function refuseForeignOrigin(request: FastifyRequest, slug: string): boolean {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return false;
  if (request.headers.authorization || !request.cookies[`wx_${slug}`]) return false;
  const { origin } = request.headers;
  if (origin === undefined) return request.headers['sec-fetch-site'] === 'cross-site';
  return URL.parse(origin)?.host !== request.headers.host;
}
