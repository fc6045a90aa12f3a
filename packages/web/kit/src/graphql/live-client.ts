import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';

const links = new Map<string, GraphQLWsLink>();

/** The one WebSocket of this page to its tenant; it is open only while something is followed. */
export function liveClient(base: string): GraphQLWsLink {
  const known = links.get(base);
  if (known) return known;
  const url = new URL(`${base}/graphql`, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const link = new GraphQLWsLink(createClient({ url: url.href, retryAttempts: Infinity, shouldRetry: () => true, keepAlive: 30_000 }));
  links.set(base, link);
  return link;
}
