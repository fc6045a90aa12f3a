import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { FeatureCatalogue } from '../features/catalogue.js';
import type { FeatureSet } from '../features/feature-set.js';
import type { Logger } from '../log.js';
import type { OperationContext } from './operation-context.js';
import { stringifyResult } from './compiled-text.js';
import { formatError } from './errors.js';
import { landingPage } from './landing-page.js';
import { Lru } from '../read/lru.js';
import { defaultLimits, type Limits } from './limits.js';
import { Operations } from './operations.js';
import { RepeatedOperations } from './repeated-operations.js';
import { keptSchemas, SchemaCache } from './schema-cache.js';

/** What {@link createApollo} takes. */
export interface ApolloOptions {
  schema: GraphQLSchema;
  log: Logger;
  limits?: Limits;
  /** Shows suggestions and stacks. */
  isDevelopment?: boolean;
}

/** A started Apollo server, and what it goes by. */
export interface StartedApollo {
  apollo: ApolloServer<OperationContext>;
  repeated: RepeatedOperations;
}

/** One started server per set of features, made when first asked for. */
export class ApolloCache {
  /** One that is forgotten is not stopped: requests may be under way in it, and nothing of it runs by itself. */
  private readonly servers = new Lru<Promise<StartedApollo>>(keptSchemas);

  /** @throws when the features' GraphQL declarations do not fit together. */
  constructor(
    catalogue: FeatureCatalogue,
    private readonly log: Logger,
    private readonly options: Pick<ApolloOptions, 'limits' | 'isDevelopment'> = {},
    readonly schemas: SchemaCache = new SchemaCache(catalogue.everything),
  ) {
    this.schemas.of(catalogue.everything);
  }

  /** The server of a tenant's features. */
  of(features: FeatureSet): Promise<StartedApollo> {
    const known = this.servers.get(features.key);
    if (known) return known;
    const server = createApollo({ ...this.options, schema: this.schemas.of(features), log: this.log });
    this.servers.set(features.key, server);
    return server;
  }

  /** Stops them all. */
  async stop(): Promise<void> {
    for (const server of this.servers.values()) await (await server).apollo.stop();
    this.servers.clear();
  }
}

/** A started Apollo server that answers by the selection compiler where it can, in node where it must. */
export async function createApollo(options: ApolloOptions): Promise<StartedApollo> {
  const { schema, log, limits = defaultLimits, isDevelopment = process.env['NODE_ENV'] === 'development' } = options;
  const operations = new Operations(schema, log, limits, !isDevelopment);
  const apollo = new ApolloServer<OperationContext>({
    gateway: operations.gateway,
    plugins: [
      operations.plugin,
      page,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    formatError,
    stringifyResult,
    logger: log,
    nodeEnv: isDevelopment ? 'development' : 'production',
    introspection: true,
    includeStacktraceInErrorResponses: isDevelopment,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { hideSuggestions: !isDevelopment, maxErrors: 20 },
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  return { apollo, repeated: new RepeatedOperations(operations) };
}

const page: ApolloServerPlugin<OperationContext> = {
  serverWillStart: async () => ({ renderLandingPage: async () => ({ html: landingPage }) }),
};
