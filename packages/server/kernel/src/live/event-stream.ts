import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import type { RequestContext } from '../request/context.js';
import type { Live } from './live.js';
import { LiveOperation } from './live-operation.js';
import type { SubscribeRequest } from './live-operations.js';

/** Whether a request wants its answers as server-sent events: a proxy on its way does not let WebSockets through. */
export function wantsEventStream({ method, headers }: FastifyRequest): boolean {
  return method === 'POST' && /\btext\/event-stream\b/.test(headers.accept ?? '');
}

/** Open streams, so that a server that stops can end them. */
export class EventStreams {
  private readonly open = new Set<ServerResponse>();

  constructor(private readonly live: Live) {}

  /**
   * Answers one subscription by the GraphQL over Server-Sent Events protocol, a connection each (“distinct connections”).
   * What is wrong with a document is told in the stream, as that protocol wants it.
   */
  async answer(context: RequestContext, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asked = requestIn(request);
    if (!asked) return refuse(reply, 400, 'BAD_REQUEST', 'Send a JSON body with `query`, and the content type application/json.');
    const { actor, clientAddress: address, tenant } = context;
    const place = this.live.connections.take(tenant.id, actor.personId === null ? { address } : { personId: actor.personId });
    if (!place) return refuse(reply.header('retry-after', '30'), 503, 'TOO_MANY_CONNECTIONS', 'Too many connections are open. Try again later.');
    try {
      const operation = this.live.of(context.features).check(asked, context);
      const results = operation instanceof LiveOperation ? await operation.begin() : { errors: operation };
      await this.send(results, reply);
      return reply;
    } finally {
      place.release();
    }
  }

  /** Ends every stream. */
  close(): void {
    for (const stream of this.open) stream.end();
  }

  private async send(results: AsyncIterableIterator<ExecutionResult> | ExecutionResult, reply: FastifyReply): Promise<void> {
    const { raw } = reply.hijack();
    const gone = new AbortController();
    // Comes at the end of every answer, whoever ended it.
    raw.once('close', () => gone.abort());
    if (raw.destroyed) gone.abort();
    raw.writeHead(200, { ...textHeaders(reply), 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'private, no-store', 'x-accel-buffering': 'no' });
    raw.write(':\n\n'); // some browsers wait for a first byte
    this.open.add(raw);
    const ping = setInterval(() => raw.writableEnded || raw.write(':\n\n'), this.live.limits.pingEveryMs);
    try {
      if (Symbol.asyncIterator in results) {
        gone.signal.addEventListener('abort', () => void results.return?.());
        if (gone.signal.aborted) await results.return?.();
        for await (const result of results) await written(raw, result, gone.signal);
      } else await written(raw, results, gone.signal);
      if (!raw.writableEnded) raw.end('event: complete\ndata:\n\n');
    } finally {
      clearInterval(ping);
      this.open.delete(raw);
    }
  }
}

/** Writes one answer, and waits while the client is slower than what happens. */
async function written(raw: ServerResponse, result: ExecutionResult, signal: AbortSignal): Promise<void> {
  if (signal.aborted || raw.writableEnded || raw.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`)) return;
  await once(raw, 'drain', { signal }).catch(() => undefined);
}

function requestIn({ headers, body }: FastifyRequest): SubscribeRequest | null {
  // A form of another site can send text, and cannot send this.
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '') || typeof body !== 'string') return null;
  try {
    const { query, operationName, variables } = Object(JSON.parse(body));
    if (typeof query !== 'string') return null;
    return { query, operationName: typeof operationName === 'string' ? operationName : null, variables: typeof variables === 'object' ? variables : null };
  } catch {
    return null;
  }
}

function textHeaders(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]));
}

function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}
