import { createHmac } from 'node:crypto';
import { BlockList, isIP } from 'node:net';

/** How often a delivery is tried. */
export const mostTries = 8;
/** Deliveries given up in a row, after which a subscription is stopped. */
export const mostFailures = 5;

/** Addresses that are nobody's in public: a server's own, its neighbours', and what stands for them. */
const notPublic = { 4: new BlockList(), 6: new BlockList() }; // one list would look up an IPv4 address as a mapped one too
for (const [net, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) notPublic[4].addSubnet(net, bits, 'ipv4');
// Of IPv6 only global unicast is public, and not what is mapped, tunnelled or for documents.
for (const [net, bits] of [['::', 3], ['4000::', 2], ['8000::', 1], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) notPublic[6].addSubnet(net, bits, 'ipv6');

/** Whether an address may be somebody's out there. `isPublicAddress('192.168.1.1') // false` */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  return family === 6 ? !notPublic[6].check(address, 'ipv6') : family === 4 && !notPublic[4].check(address, 'ipv4');
}

/** Why a URL cannot be told anything; null when it can, as far as its words say. */
export function problemOfUrl(text: string, allowsPrivate: boolean): 'URL_UNREADABLE' | 'URL_NOT_HTTPS' | 'URL_PRIVATE' | null {
  if (!URL.canParse(text) || text.length > 500) return 'URL_UNREADABLE';
  const { protocol, hostname, username, password, hash } = new URL(text);
  if (username || password || hash) return 'URL_UNREADABLE';
  if (allowsPrivate) return protocol === 'https:' || protocol === 'http:' ? null : 'URL_NOT_HTTPS';
  if (protocol !== 'https:') return 'URL_NOT_HTTPS';
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal)) return isPublicAddress(literal) ? null : 'URL_PRIVATE';
  // A name without a dot is a neighbour's; these ends never leave a network.
  return !hostname.includes('.') || /(^|\.)(localhost|local|internal|lan|home\.arpa)\.?$/.test(hostname) ? 'URL_PRIVATE' : null;
}

/** The signature of a body sent at a time: `t=1764000000,v1=<hex of HMAC-SHA256 of “t.body”>`. */
export function signatureOf(secret: string, at: Date, body: string): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

/** When a delivery that failed so often is tried again: after half a minute, then four times as long each time, at most half a day. */
export function nextTry(attempts: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(30 * 4 ** (attempts - 1), 12 * 3600) * 1000);
}
