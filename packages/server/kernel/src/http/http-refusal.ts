import { say } from '@weixiang/shared';
import type { FastifyReply } from 'fastify';
import { messageOf } from '../messages.js';
import { Forbidden, Refusal, type MessageValues } from '../refusal.js';
import type { RequestContext } from '../request/context.js';

/**
 * What is wrong with a request of a route that is no GraphQL: a status, and a code with words like any refusal's.
 * @example throw new HttpRefusal(404, 'NOT_FOUND')
 */
export class HttpRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly values: MessageValues = {},
  ) {
    super(code);
    this.name = 'HttpRefusal';
  }
}

/** Answers `{ code, message }` in the person's language. What nobody foresaw goes to the log, and says nothing of itself. */
export function refuseOverHttp({ features, language, kernel, requestId }: RequestContext, reply: FastifyReply, error: unknown): FastifyReply {
  const refusal = asHttpRefusal(error);
  if (refusal.status === 500) kernel.log.error({ err: error, requestId }, 'a request failed');
  const { status, code, values } = refusal;
  return reply.code(status).send({ code, message: say(messageOf(features, code, { requestId, ...values }), language) });
}

function asHttpRefusal(error: unknown): HttpRefusal {
  if (error instanceof HttpRefusal) return error;
  if (error instanceof Forbidden) return new HttpRefusal(403, 'FORBIDDEN');
  if (error instanceof Refusal) return new HttpRefusal(error.code === 'NOT_FOUND' ? 404 : 400, error.code, error.values);
  return new HttpRefusal(500, 'INTERNAL');
}
