import type { ServerOptions } from 'graphql-ws';
import { GraphQLError } from 'graphql';
import type { Live } from './live.js';
import { LiveOperation } from './live-operation.js';
import { sameClient } from './renewed.js';
import type { Visit } from './visit.js';

/** What of the protocol is ours: who is let in, what may be subscribed, and how it is answered. */
export function protocolOf(live: Live): ServerOptions<Record<string, unknown>, Visit> {
  return {
    connectionInitWaitTimeout: 5_000,
    onConnect: ({ extra, connectionParams }) => extra.open(connectionParams?.['authorization']),
    onSubscribe: async ({ extra, subscriptions }, _id, { query, operationName, variables }) => {
      if (Object.keys(subscriptions).length > live.limits.subscriptions) return [tooMany(live.limits.subscriptions)];
      try {
        const context = await sameClient(extra.context);
        const operation = live.of(context.features).check({ query, operationName, variables }, context);
        return operation instanceof LiveOperation ? { ...operation.args, contextValue: operation } : operation;
      } catch (error) {
        if (error instanceof GraphQLError) return [error];
        throw error;
      }
    },
    subscribe: ({ contextValue: operation }) => {
      if (!(operation instanceof LiveOperation)) throw new Error('Only what was checked is begun.');
      return operation.begin();
    },
  };
}

function tooMany(limit: number): GraphQLError {
  return new GraphQLError(`One connection carries ${limit} subscriptions at most.`, { extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } });
}
