import { HeaderMap, type ApolloServerOptionsWithGateway, type ApolloServerPlugin, type GraphQLRequestContext, type GraphQLResponse, type HTTPGraphQLRequest } from '@apollo/server';
import { GraphQLError, OperationTypeNode, type ExecutionResult, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Logger } from '../log.js';
import { compiledText } from './compiled-text.js';
import { formatError, tellClient } from './errors.js';
import { Execution } from './execution.js';
import { Limiter, type Limits, type ReckonedCost } from './limits.js';
import type { ReadRequest } from '../read/reads.js';
import type { OperationContext } from './operation-context.js';
import { onlyWrites } from './writes.js';

type Gateway = ApolloServerOptionsWithGateway<OperationContext>['gateway'];
type Request = GraphQLRequestContext<OperationContext>;

/** A query or mutation that Apollo has parsed and found valid. */
export interface AcceptedOperation extends Omit<ReadRequest, 'schema' | 'variables'> {
  operation: OperationDefinitionNode;
}

/** How one schema's operations are answered: limits first, then the selection compiler, then node. */
export class Operations {
  private readonly limiter: Limiter;
  private readonly execution: Execution;
  private readonly accepted = new WeakMap<HTTPGraphQLRequest, AcceptedOperation>();

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
          willSendResponse: async (context) => {
            const { request, response, errors } = context;
            const { body } = response;
            if (context.operation?.operation === OperationTypeNode.MUTATION && !errors) this.accept(context);
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
        executor: async ({ document, request: { operationName, variables = {} }, context }) =>
          this.inNode({ document, operationName }, variables, context as OperationContext), // Apollo hands a gateway the context untyped
      }),
      stop: async () => {},
    };
  }

  /** The operation of a request that Apollo accepted: a query that the compiler answered, or a mutation; null of any other. */
  acceptedOf(request: HTTPGraphQLRequest): AcceptedOperation | null {
    return this.accepted.get(request) ?? null;
  }

  /**
   * What Apollo would answer to an accepted operation once more; null where it has to be asked, since the limits refuse the
   * variables, they are none of the operation's, or node has to run a query. What was run is never to be asked again.
   * @param variables As the client sent them.
   */
  async again(accepted: AcceptedOperation, variables: Record<string, unknown>, context: OperationContext): Promise<SingleResult | null> {
    const cost = this.costOf(accepted, variables);
    const isMutation = accepted.operation.operation === OperationTypeNode.MUTATION;
    const result = cost && (isMutation ? await this.mutate(accepted, variables, context) : await this.read(accepted, variables, context));
    return result && { errors: result.errors, data: result.data, extensions: { cost } };
  }

  /** Null where the mutation never began. */
  private async mutate(accepted: AcceptedOperation, variables: Record<string, unknown>, context: OperationContext): Promise<SingleResult | null> {
    const { data, errors } = await this.inNode(accepted, variables, context);
    return data === undefined ? null : { data, errors: errors?.map((error) => formatError(error.toJSON())) };
  }

  private async inNode({ document, operationName }: Pick<AcceptedOperation, 'document' | 'operationName'>, variables: Record<string, unknown>, context: OperationContext): Promise<ExecutionResult> {
    try {
      const resolverContext = await context.resolverContext(onlyWrites(this.schema, document, operationName));
      return this.told(await this.execution.run({ document, operationName, variables, context: resolverContext }), context);
    } catch (error) {
      // Apollo answers INTERNAL and says nothing of it.
      this.log.error({ err: error, requestId: context.requestId }, 'an operation could not be run');
      throw error;
    }
  }

  /** Null where the limits refuse it. */
  private costOf({ document, operation }: AcceptedOperation, variables: Record<string, unknown>): ReckonedCost | null {
    try {
      return this.limiter.check(document, operation, variables);
    } catch (error) {
      if (error instanceof GraphQLError) return null;
      throw error;
    }
  }

  /** The whole answer as the compiler's text; null when node has to run the operation. */
  private async compiled(asked: Request): Promise<GraphQLResponse | null> {
    const { document, operation, queryHash: documentKey = '', request, contextValue: context } = asked;
    if (!document || operation?.operation !== OperationTypeNode.QUERY) return null;
    const result = await this.read({ document, documentKey, operationName: request.operationName }, request.variables ?? {}, context);
    if (result && !result.errors) this.accept(asked);
    return result && answer(result);
  }

  private accept({ document, operation, queryHash: documentKey = '', request: { http, operationName } }: Request): void {
    if (http && document && operation) this.accepted.set(http, { document, operation, documentKey, operationName });
  }

  private async read({ document, documentKey, operationName }: Omit<AcceptedOperation, 'operation'>, variables: Record<string, unknown>, context: OperationContext): Promise<SingleResult | null> {
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
