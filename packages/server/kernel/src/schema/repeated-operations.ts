import type { HTTPGraphQLRequest } from '@apollo/server';
import { Lru } from '../read/lru.js';
import { stringifyResult } from './compiled-text.js';
import type { GraphQLHttpAnswer, GraphQLHttpRequest } from './graphql-handler.js';
import type { AcceptedOperation, Operations } from './operations.js';

/** An operation, and the headers that its answers have. */
interface Known {
  operation: AcceptedOperation;
  headers: Record<string, string>;
}

/** What a POST of JSON asks. */
interface Question {
  /** All that Apollo goes by, but for the variables. */
  words: string;
  variables: Record<string, unknown>;
}

/** Longer documents are not remembered. UTF-16 units. */
const longestKept = 10_000;
const mostKept = 500;

/**
 * Operations that Apollo accepted: queries that the compiler answered, and mutations. In the same words they are answered without
 * asking Apollo again, which would parse, validate and negotiate to the same end. Limits, rights and errors are looked at every time.
 */
export class RepeatedOperations {
  private readonly known = new Lru<Known>(mostKept);

  constructor(private readonly operations: Pick<Operations, 'acceptedOf' | 'again'>) {}

  /** Null when Apollo has to be asked. @param body The request's, parsed. */
  async answer(request: GraphQLHttpRequest, body: unknown): Promise<GraphQLHttpAnswer | null> {
    const question = questionOf(request, body);
    const known = question && this.known.get(question.words);
    const result = known && (await this.operations.again(known.operation, question.variables, request.context));
    return result ? { status: 200, headers: known.headers, body: stringifyResult(result) } : null;
  }

  /** Remembers a request that Apollo answered, if it may be answered without it from now on. @param asked The request as Apollo had it. */
  keep(request: GraphQLHttpRequest, asked: HTTPGraphQLRequest, { headers }: GraphQLHttpAnswer): void {
    const operation = this.operations.acceptedOf(asked);
    const question = operation && questionOf(request, asked.body);
    if (question) this.known.set(question.words, { operation, headers });
  }
}

/** Null of what Apollo may take for something else than a document with its variables. */
function questionOf({ method, headers }: GraphQLHttpRequest, body: unknown): Question | null {
  const { query, operationName, variables, ...others } = Object(body);
  if (method !== 'POST' || typeof query !== 'string' || query.length > longestKept || Object.keys(others).length > 0) return null;
  if (operationName != null && !(typeof operationName === 'string' && /^\w+$/.test(operationName))) return null;
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) return null;
  return { words: [headers['content-type'], headers['accept'], operationName, query].join('\n'), variables: variables ?? {} };
}
