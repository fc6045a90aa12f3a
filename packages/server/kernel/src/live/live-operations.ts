import { getOperationAST, GraphQLError, OperationTypeNode, parse, validate, type GraphQLSchema } from 'graphql';
import type { RequestContext } from '../request/context.js';
import { defaultLimits, isTooLong, Limiter, type Limits } from '../schema/limits.js';
import { LiveOperation } from './live-operation.js';

/** What a client sends to subscribe. */
export interface SubscribeRequest {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
}

/** Subscriptions of one schema. Queries and mutations have their own way, over POST. */
export class LiveOperations {
  private readonly limiter: Limiter;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: Limits = defaultLimits,
  ) {
    this.limiter = new Limiter(schema, limits);
  }

  /** The operation, checked against schema and limits; or what is wrong with it. */
  check(request: SubscribeRequest, context: RequestContext): LiveOperation | readonly GraphQLError[] {
    const { operationName } = request;
    const variables = request.variables ?? {};
    const { schema, limits } = this;
    if (request.query.length > limits.length) return [new GraphQLError(`The document is longer than ${limits.length} characters.`, { extensions: { code: 'DOCUMENT_TOO_LONG' } })];
    try {
      const document = parse(request.query, { maxTokens: limits.tokens });
      const wrong = validate(schema, document, undefined, { maxErrors: 20, hideSuggestions: true });
      if (wrong.length > 0) return wrong.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
      const operation = getOperationAST(document, operationName);
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return [notFollowed()];
      this.limiter.check(document, operation, variables);
      return new LiveOperation({ schema, document, operationName, variableValues: variables, contextValue: context });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return [error.extensions['code'] === undefined ? coded(error, isTooLong(error.message) ? 'DOCUMENT_TOO_LONG' : 'GRAPHQL_PARSE_FAILED') : error];
    }
  }
}

function notFollowed(): GraphQLError {
  return new GraphQLError('Only a subscription can be followed; send queries and mutations by POST.', { extensions: { code: 'BAD_REQUEST' } });
}

function coded({ message, nodes, source, positions }: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}
