import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
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
  return (request) => lineOf(trusted ? addressOf(request, trusted) : (request.socket.remoteAddress ?? ''));
}

/**
 * What of an address is one client's: of IPv6 the first half, since every line has the other half to itself and could come
 * from another address each time.
 * @example lineOf('2001:db8:7:1::a9') // '2001:db8:7:1::/64'
 */
export function lineOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || isIP(address) !== 6) return mapped ?? address;
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const between = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const groups = [...before, ...between, ...after].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
