import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, type PossibleTypesMap } from '@apollo/client';
import { RetryLink } from '@apollo/client/link/retry';
import { getMainDefinition } from '@apollo/client/utilities/internal';
import { connection } from './pagination.js';
import { isAskedAgain, waitBefore } from './retry.js';

/** Lists at the root of the schema that pages turn over; a plugin adds its own through its declaration. */
const rootLists = [
  'wishes',
  'projects',
  'notices',
  'partners',
  'demands',
  'orgUnits',
  'people',
  'imports',
  'agreements',
  'activities',
  'evaluationRounds',
  'ledgerExports',
  'notifications',
  'emergencyAccesses',
];

export type ClientOptions = {
  /** The language of refusals, asked before each request: 'zh' or 'en'. */
  language: () => string;
  /** Interfaces of the schema and who implements them, plugins' included. */
  possibleTypes?: PossibleTypesMap;
  /** Further root lists, of plugins: `['courses']`. */
  lists?: readonly string[];
  /** The way of subscriptions, for a surface that has any: `liveLink`. */
  live?: (base: string) => ApolloLink;
};

/**
 * The one way from a page to the server of a tenant.
 * What is asked again by itself, and when, is `retry.ts`'s to say: what a person did not see fail, they need not repeat.
 * `const client = createClient(tenantBase(), { language: () => i18n.language })`
 */
export function createClient(base: string, { language, possibleTypes, lists = [], live }: ClientOptions): ApolloClient {
  const headers = new ApolloLink((operation, forward) => {
    operation.setContext(({ headers: given }: { headers?: Record<string, string> }) => ({
      headers: { ...given, 'x-requested-with': 'weixiang', 'accept-language': language() },
    }));
    return forward(operation);
  });
  const retry = new RetryLink({
    delay: (count, _operation, error) => waitBefore(count, error),
    attempts: isAskedAgain,
  });
  const http = new HttpLink({ uri: `${base}/graphql`, credentials: 'same-origin' });
  const asked = ApolloLink.from([headers, retry, http]);
  return new ApolloClient({
    link: live ? ApolloLink.split(isSubscription, live(base), asked) : asked,
    cache: new InMemoryCache({
      possibleTypes,
      typePolicies: {
        Query: { fields: Object.fromEntries([...rootLists, ...lists].map((name) => [name, connection()])) },
        // Both belong to the one person and house of this page: there is never a second.
        Viewer: { keyFields: [] },
        Tenant: { keyFields: [] },
      },
    }),
  });
}

function isSubscription({ query }: ApolloLink.Operation): boolean {
  const main = getMainDefinition(query);
  return main.kind === 'OperationDefinition' && main.operation === 'subscription';
}
