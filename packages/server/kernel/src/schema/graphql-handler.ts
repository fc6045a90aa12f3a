import { HeaderMap } from '@apollo/server';
import type { StartedApollo } from './apollo.js';
import { defaultLimits } from './limits.js';
import type { OperationContext } from './operation-context.js';

/** A request to the endpoint, as any HTTP server knows it. */
export interface GraphQLHttpRequest {
  method: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Text as it came, or parsed JSON. */
  body: unknown;
  /** With or without its question mark. */
  search: string;
  context: OperationContext;
}

/** The answer, whole. */
export interface GraphQLHttpAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/**
 * Answers a GraphQL request over HTTP by the words of its specification.
 * @example reply.code(answer.status).headers(answer.headers).send(answer.body)
 */
export async function handleGraphQL({ apollo, repeated }: StartedApollo, request: GraphQLHttpRequest): Promise<GraphQLHttpAnswer> {
  const body = parsedBody(request.body, request.headers['content-type']);
  if (body === malformed) return badRequest('The body is not JSON.', 'BAD_REQUEST');
  if (queryOf(body, request.search).length > defaultLimits.length) return badRequest(`The document is longer than ${defaultLimits.length} characters.`, 'DOCUMENT_TOO_LONG');
  const again = await repeated.answer(request, body);
  if (again) return again;
  const asked = { method: request.method.toUpperCase(), headers: headerMap(request.headers), search: request.search, body };
  const { status, headers: own, body: answered } = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest: asked, context: async () => request.context });
  // Only `@defer` would be chunked, and no schema has it.
  if (answered.kind === 'chunked') throw new Error('The answer comes in parts, which this endpoint does not send.');
  // Answers are a person's own.
  const answer = { status: status ?? 200, headers: { 'cache-control': 'private, no-store', ...Object.fromEntries(own) }, body: answered.string };
  repeated.keep(request, asked, answer);
  return answer;
}

const malformed = Symbol('malformed JSON');

function badRequest(message: string, code: string): GraphQLHttpAnswer {
  return { status: 400, headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }, body: JSON.stringify({ errors: [{ message, extensions: { code } }] }) };
}

/** The document, as far as there is one; of an address, which is never as long, all that it asks. */
function queryOf(body: unknown, search: string): string {
  const query: unknown = Object(body).query;
  return typeof query === 'string' ? query : search;
}

function parsedBody(body: unknown, contentType: string | string[] | undefined): unknown {
  if (typeof body !== 'string') return body;
  if (typeof contentType !== 'string' || !/^application\/(json|graphql\+json)\b/i.test(contentType)) return undefined;
  try {
    const parsed: unknown = JSON.parse(body);
    return parsed;
  } catch {
    return malformed;
  }
}

function headerMap(headers: GraphQLHttpRequest['headers']): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}
