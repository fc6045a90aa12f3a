import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SessionCookie } from '../request/context.js';
import { deviceOf } from '../request/device.rules.js';

/** Name of a tenant's session cookie; the platform's is `wx_platform`, at a path of its own. */
export const cookieName = (slug: string): string => `wx_${slug}`;

/** The bearer token of a request, or null. */
export function bearerOf({ headers }: { headers: IncomingHttpHeaders }): string | null {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

/** The session of a request: its bearer token, else its cookie; the cookie is sent back for `path` alone. */
export function sessionOf(request: FastifyRequest, reply: FastifyReply, { name, path, sameSite }: { name: string; path: string; sameSite: 'lax' | 'strict' }): SessionCookie {
  const attributes = { path, httpOnly: true, sameSite, secure: request.protocol === 'https' } as const;
  return {
    token: bearerOf(request) ?? request.cookies[name] ?? null,
    get device() {
      return deviceOf(request.headers['user-agent']);
    },
    set: (token, expires) => void reply.setCookie(name, token, { ...attributes, expires }),
    clear: () => void reply.clearCookie(name, attributes),
  };
}
