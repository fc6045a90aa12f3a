import { pickLanguage, say, type Text } from '@weixiang/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Admission, type NoPlace, type Place } from '../admission/admission.js';
import { lineOf } from './client-address.js';

const refusals = {
  overloaded: { status: 503, code: 'OVERLOADED', message: { zh: '现在使用的人很多，请稍候再试。', en: 'Very many people are here just now. Try again in a moment.' } },
  overShare: { status: 429, code: 'TOO_MANY_REQUESTS', message: { zh: '来自这里的请求太多，请稍候再试。', en: 'Too many requests come from here. Try again in a moment.' } },
} as const satisfies Record<NoPlace, { status: number; code: string; message: Text }>;

/** What a refusal looks like where it is told. */
type Told = (error: { code: string; message: string }) => object;

/** As GraphQL over HTTP has errors, and as routes beside it have them. */
export const asGraphQL: Told = ({ code, message }) => ({ errors: [{ message, extensions: { code } }] });
export const asRoute: Told = (error) => error;

/**
 * A place for a request of a tenant; null when there is none and the request was answered with 503 or 429, and with when to
 * come again. It is asked for before anything is read of who asks, so that refusing costs next to nothing.
 */
export async function admit(admission: Admission, tenant: string, request: FastifyRequest, reply: FastifyReply, told: Told): Promise<Place | null> {
  const place = await admission.enter(tenant, lineOf(request.ip));
  if (typeof place !== 'string') {
    if (!request.socket.destroyed) return place;
    // Nobody waits for the answer any more.
    place.release();
    return null;
  }
  const { status, code, message } = refusals[place];
  // Not all at the same moment: they would only meet again.
  const seconds = 1 + Math.floor(Math.random() * 3);
  // By its plain media type, which says that no GraphQL was run.
  await reply.code(status).header('retry-after', String(seconds)).header('cache-control', 'no-store').type('application/json; charset=utf-8').send(told({ code, message: say(message, pickLanguage(request.headers['accept-language'])) }));
  return null;
}

/** A place that nobody counts, for what has limits of its own. */
export const free: Place = { release: () => undefined };
