import type { IncomingMessage } from 'node:http';
import { compile, default as addressOf } from '@fastify/proxy-addr';

/** Where a request comes from. */
export type AddressOf = (request: IncomingMessage) => string;

/**
 * How to tell a client's address where Fastify does not, at an upgrade: as Fastify does, by the word of these proxies and
 * of nobody else.
 * @param trustProxy Addresses and ranges with commas between, as in `TRUST_PROXY`.
 */
export function addressBehind(trustProxy: string | undefined): AddressOf {
  const trusted = trustProxy ? compile(trustProxy.split(',').map((each) => each.trim())) : null;
  return (request) => (trusted ? addressOf(request, trusted) : (request.socket.remoteAddress ?? ''));
}
