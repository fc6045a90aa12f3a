import { HeaderMap, type ApolloServerOptionsWithGateway, type ApolloServerPlugin, type GraphQLRequestContext, type GraphQLResponse, type HTTPGraphQLRequest } from '@apollo/server';
import { GraphQLError, OperationTypeNode, type ExecutionResult, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Logger } from '../log.js';
import { compiledText } from './compiled-text.js';
import { tellClient } from './errors.js';
import { Execution } from './execution.js';
import { Limiter, type Limits, type ReckonedCost } from './limits.js';
import type { ReadRequest } from '../read/reads.js';
import type { OperationContext } from './operation-context.js';
import { onlyWrites } from './writes.js';

type Gateway = ApolloServerOptionsWithGateway<OperationContext>['gateway'];
type Request = GraphQLRequestContext<OperationContext>;

/** A query that Apollo has parsed and found valid. */
export interface AcceptedQuery extends Omit<ReadRequest, 'schema' | 'variables'> {
  operation: OperationDefinitionNode;
}

/** How one schema's operations are answered: limits first, then the selection compiler, then node. */
export class Operations {
  private readonly limiter: Limiter;
  private readonly execution: Execution;
  private readonly accepted = new WeakMap<HTTPGraphQLRequest, AcceptedQuery>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly log: Logger,
    limits: Limits,
    hideSuggestions: boolean,
  ) {
    this.limiter = new Limiter(schema, limits);
    this.execution = new Execution(schema, hideSuggestions);
  }

  /** Checks the limits, answers by the compiler, tells the cost. */
  get plugin(): ApolloServerPlugin<OperationContext> {
    return {
      requestDidStart: async () => {
        let cost: ReckonedCost | undefined;
        return {
          didResolveOperation: async ({ request, document, operation }) => {
            if (!operation) return; // graphql-js says that there is none of this name
            refuseSubscription(operation);
            cost = this.limiter.check(document, operation, request.variables ?? {});
          },
          responseForOperation: (request) => this.compiled(request),
          willSendResponse: async ({ request, response, errors }) => {
            const { body } = response;
            if (cost && body.kind === 'single') body.singleResult.extensions = { ...body.singleResult.extensions, cost };
            if (isAnsweredDocument(response, errors) && acceptsPlainJson(request.http?.headers.get('accept'))) response.http.status = 200;
          },
        };
      },
    };
  }

  /** Runs in node what the compiler left. Apollo asks a gateway for it, there is no network behind this one. */
  get gateway(): Gateway {
    return {
      onSchemaLoadOrUpdate: (callback) => {
        callback({ apiSchema: this.schema, coreSupergraphSdl: '' });
        return () => {};
      },
      load: async () => ({
        executor: async ({ document, request, context: contextValue }) => {
          const context = contextValue as OperationContext; // Apollo hands a gateway the context untyped
          const { operationName, variables = {} } = request;
          try {
            const resolverContext = await context.resolverContext(onlyWrites(this.schema, document, operationName));
            return this.told(await this.execution.run({ document, operationName, variables, context: resolverContext }), context);
          } catch (error) {
            // Apollo answers INTERNAL and says nothing of it.
            this.log.error({ err: error, requestId: context.requestId }, 'an operation could not be run');
            throw error;
          }
        },
      }),
      stop: async () => {},
    };
  }

  /** The query of a request that Apollo accepted and the compiler answered; null of any other. */
  acceptedOf(request: HTTPGraphQLRequest): AcceptedQuery | null {
    return this.accepted.get(request) ?? null;
  }

  /**
   * What Apollo would answer to an accepted query once more; null where it has to be asked, since the limits refuse the
   * variables or node has to run the query.
   * @param variables As the client sent them.
   */
  async again(query: AcceptedQuery, variables: Record<string, unknown>, context: OperationContext): Promise<SingleResult | null> {
    const cost = this.costOf(query, variables);
    const result = cost && (await this.read(query, variables, context));
    return result && { errors: result.errors, data: result.data, extensions: { cost } };
  }

  /** Null where the limits refuse it. */
  private costOf({ document, operation }: AcceptedQuery, variables: Record<string, unknown>): ReckonedCost | null {
    try {
      return this.limiter.check(document, operation, variables);
    } catch (error) {
      if (error instanceof GraphQLError) return null;
      throw error;
    }
  }

  /** The whole answer as the compiler's text; null when node has to run the operation. */
  private async compiled({ document, operation, queryHash: documentKey = '', request, contextValue: context }: Request): Promise<GraphQLResponse | null> {
    if (!document || operation?.operation !== OperationTypeNode.QUERY) return null;
    const query = { document, operation, documentKey, operationName: request.operationName };
    const result = await this.read(query, request.variables ?? {}, context);
    if (result && !result.errors && request.http) this.accepted.set(request.http, query);
    return result && answer(result);
  }

  private async read({ document, documentKey, operationName }: AcceptedQuery, variables: Record<string, unknown>, context: OperationContext): Promise<SingleResult | null> {
    const { schema } = this;
    try {
      const json = await context.reads.operation({ schema, document, documentKey, operationName, variables });
      return json === null ? null : { data: compiledText(json) };
    } catch (error) {
      const thrown = error instanceof Error ? error : new Error(String(error));
      const failed = this.told({ data: null, errors: [new GraphQLError(thrown.message, { originalError: thrown })] }, context);
      return { data: null, errors: failed.errors?.map((told) => told.toJSON()) };
    }
  }

  private told(result: ExecutionResult, context: OperationContext): ExecutionResult {
    if (!result.errors) return result;
    return { ...result, errors: result.errors.map((error) => tellClient(error, context, this.log)) };
  }
}

type SingleResult = Extract<GraphQLResponse['body'], { kind: 'single' }>['singleResult'];

function answer(singleResult: SingleResult): GraphQLResponse {
  return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
}

function refuseSubscription({ operation }: OperationDefinitionNode): void {
  if (operation !== OperationTypeNode.SUBSCRIPTION) return;
  throw new GraphQLError('Subscriptions are followed over WebSocket or server-sent events.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  });
}

/** Whether the request was well formed and only its document or variables were refused. */
function isAnsweredDocument({ http }: GraphQLResponse, errors: Request['errors']): boolean {
  return http.status === 400 && errors !== undefined && errors.every(({ extensions }) => extensions['code'] !== 'BAD_REQUEST');
}

/**
 * Whether a client asks for application/json by name and not for GraphQL's own media type. By the specification such a
 * client takes any status but 200 to mean that no GraphQL server was reached.
 */
function acceptsPlainJson(accept: string | undefined): boolean {
  return accept !== undefined && accept.includes('application/json') && !accept.includes('application/graphql-response+json');
}
