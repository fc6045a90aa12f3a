import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { pickLanguage } from '@weixiang/shared';
import type { Kernel } from '../kernel.js';
import { linesOfOurs } from '../log.js';
import type { ServerFeature } from '../feature.js';
import { Caller } from '../request/caller.js';
import type { WritingContext } from '../request/writing-context.js';
import { hostName, pathAtDomain } from '../platform/domain.rules.js';
import type { FoundTenant } from '../platform/found-tenant.js';
import type { Tenants } from '../tenancy/tenants.js';
import { defaultLiveLimits, type LiveLimits } from '../live/connections.js';
import { Admission, fileLimits, queryLimits, type AdmissionLimits } from '../admission/index.js';
import { admit, asGraphQL, asRoute, free } from './admit.js';
import { addressBehind, lineOf } from './client-address.js';
import { graphqlRoute } from './graphql-route.js';
import { HttpRefusal, refuseOverHttp } from './http-refusal.js';
import { refuseForeignOrigin } from './origin.js';
import { platformRoute } from './platform-route.js';
import { cookieName, sessionOf } from './session-cookie.js';

/** A route of a tenant beside GraphQL: uploads, downloads. It gets the request's context and answers by itself, or throws an HttpRefusal. */
export interface TenantRoute {
  method: 'GET' | 'POST';
  /** Path after `/t/:tenant`, for example `/imports/:ledger`. */
  path: string;
  handle(context: WritingContext, request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
}

/** What the HTTP layer takes. */
export interface HttpOptions {
  routes: readonly TenantRoute[];
  /** Largest upload in bytes. */
  maxUploadBytes: number;
  /**
   * Addresses of the proxies in front, `loopback` or `10.0.0.0/8, 192.0.2.7`: what they say of the client's address and of
   * HTTPS is believed, what anybody else says is not. Without it nobody's word is.
   */
  trustProxy?: string | undefined;
  /** Where live updates are to end sooner or later than usual. */
  live?: Partial<LiveLimits>;
  /** How many queries are worked on at once, and how long others wait. */
  admission?: Partial<AdmissionLimits>;
  /** Makes tenants for operators; without it nothing is served at /platform. */
  foundTenant?: FoundTenant;
  /** Adds what only the application knows: static files, pages. */
  extend?(server: FastifyInstance, tenants: Tenants): Promise<void>;
}

/** Security headers of every answer; pages come from this origin alone. */
const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
} as const;

/** The HTTP server, not yet listening. */
export async function createHttpServer(kernel: Kernel, options: HttpOptions): Promise<FastifyInstance> {
  const logger: FastifyBaseLogger = kernel.log;
  const server: FastifyInstance = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    // Every line says itself whose it is.
    childLoggerFactory: (parent) => parent,
    bodyLimit: 1_000_000,
    trustProxy: options.trustProxy ?? false,
    routerOptions: { maxParamLength: 200 },
    requestIdHeader: false,
    genReqId: requestIdOf,
    rewriteUrl: ({ headers: { host }, url = '/' }) => {
      const slug = kernel.tenants.slugAt(hostName(host));
      return slug === null ? url : pathAtDomain(url, slug);
    },
  });
  await kernel.tenants.all(); // rewriting cannot wait for the domains
  await server.register(cookie);
  await server.register(multipart, { limits: { fileSize: options.maxUploadBytes, files: 1, fields: 10 } });

  server.addHook('onRequest', (request, reply, done) => {
    reply.headers({ ...headers, 'x-request-id': request.id });
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000');
    done();
  });
  const answers = linesOfOurs(kernel.log);
  server.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    answers.info({ requestId: request.id, method, path: request.url.split('?')[0], status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
    done();
  });

  server.setErrorHandler(async (error, request, reply) => {
    const status = statusOf(error);
    if (status >= 500) request.log.error({ err: error, requestId: request.id }, 'a request failed');
    const message = status >= 500 ? 'Something went wrong; nothing was changed. 出错了，没有改动任何内容。' : String(Reflect.get(Object(error), 'message'));
    return reply.code(status).send({ errors: [{ message, extensions: { code: status >= 500 ? 'INTERNAL' : 'BAD_REQUEST', requestId: request.id } }] });
  });
  server.setNotFoundHandler(async (_request, reply) => reply.code(404).send({ errors: [{ message: 'There is nothing at this address. 没有这个地址。', extensions: { code: 'NOT_FOUND' } }] }));

  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    try {
      await kernel.database.outsideTenants().execute('select 1');
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'the database does not answer' });
    }
  });

  const callerOf = async (request: FastifyRequest, reply: FastifyReply, purpose = headerText(request, 'x-purpose')): Promise<Caller | null> => {
    const tenant = await kernel.tenants.bySlug(String(Reflect.get(Object(request.params), 'tenant')));
    if (!tenant) {
      await reply.code(404).send({ errors: [{ message: 'There is no such tenant. 没有这个租户。', extensions: { code: 'NO_SUCH_TENANT' } }] });
      return null;
    }
    if (refuseForeignOrigin(request, tenant.slug)) {
      await reply.code(403).send({ errors: [{ message: 'This request came from another site. 请求来自其他网站。', extensions: { code: 'FOREIGN_ORIGIN' } }] });
      return null;
    }
    return new Caller(kernel, tenant, {
      requestId: request.id,
      language: pickLanguage(request.headers['accept-language']),
      purpose,
      clientAddress: lineOf(request.ip),
      // At a tenant's own domain its paths begin at the root.
      session: sessionOf(request, reply, { name: cookieName(tenant.slug), path: request.originalUrl === request.url ? `/t/${tenant.slug}` : '/', sameSite: 'lax' }),
    });
  };

  const queries = new Admission({ ...queryLimits, ...options.admission });
  const files = new Admission(fileLimits);
  // A tenant that is not there is told so for nothing.
  const placeIn = async (admission: Admission, request: FastifyRequest, reply: FastifyReply, told: typeof asGraphQL) => {
    const tenant = await kernel.tenants.bySlug(String(Reflect.get(Object(request.params), 'tenant')));
    return tenant ? admit(admission, tenant.id, request, reply, told) : free;
  };

  await server.register(graphqlRoute(kernel, callerOf, { ...defaultLiveLimits, ...options.live }, addressBehind(options.trustProxy), (request, reply) => placeIn(queries, request, reply, asGraphQL)));
  if (options.foundTenant) await server.register(platformRoute(kernel, options.foundTenant, (request, reply) => admit(queries, 'platform', request, reply, asGraphQL)));
  const answerRoute = async (request: FastifyRequest, reply: FastifyReply, route: TenantRoute, feature: ServerFeature | undefined): Promise<unknown> => {
    const caller = await callerOf(request, reply, purposeOfLink(request));
    if (!caller) return reply;
    const context = await caller.context();
    try {
      if (feature && !context.features.features.includes(feature)) throw new HttpRefusal(404, 'NOT_FOUND');
      return await route.handle(context, request, reply);
    } catch (error) {
      return refuseOverHttp(context, reply, error);
    }
  };
  const all: readonly (TenantRoute & { feature?: ServerFeature })[] = [...options.routes, ...routesOf(kernel)];
  for (const { feature, ...route } of all) {
    server.route({
      method: route.method,
      url: `/t/:tenant${route.path}`,
      handler: async (request, reply) => {
        const place = await placeIn(files, request, reply, asRoute);
        if (!place) return reply;
        try {
          return await answerRoute(request, reply, route, feature);
        } finally {
          place.release();
        }
      },
    });
  }
  await options.extend?.(server, kernel.tenants);
  return server;
}

/** Routes that features declare, each with its feature: for a tenant without it they are not there. */
function routesOf({ catalogue }: Kernel): (TenantRoute & { feature: ServerFeature })[] {
  return catalogue.all.flatMap((feature) => (feature.routes ?? []).map((route) => ({ ...route, feature })));
}

/** Status that an error asks for: what the client did wrong keeps its own, all else is 500. */
function statusOf(error: unknown): number {
  const asked: unknown = Reflect.get(Object(error), 'statusCode');
  return typeof asked === 'number' && asked >= 400 && asked < 500 ? asked : 500;
}

function headerText(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  if (typeof value !== 'string' || value === '') return null;
  return decoded(value).slice(0, 200);
}

/** Why sensitive values are read by a route: as a header, or in the address, since a link can set no header. */
function purposeOfLink(request: FastifyRequest): string | null {
  const stated: unknown = Reflect.get(Object(request.query), 'purpose');
  return headerText(request, 'x-purpose') ?? (typeof stated === 'string' && stated !== '' ? stated.slice(0, 200) : null);
}

/** Headers hold ASCII alone, so what people write comes percent-encoded; what is not encoded well stands as it came. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A caller's own id of the request, when it is one that logs and records can hold; else one of ours. */
function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given) ? given : crypto.randomUUID();
}
