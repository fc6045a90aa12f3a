import { lookup } from 'node:dns/promises';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress, problemOfUrl } from './webhook.rules.js';

const patienceMs = 10_000;

/** What became of one try. */
export interface Sent {
  status: number | null;
  problem: 'TIMEOUT' | 'UNREACHABLE' | 'ADDRESS_PRIVATE' | 'ANSWERED_BADLY' | null;
}

/**
 * Sends a body to a URL once: to the very address that was looked up and found to be public, whatever the name says a
 * moment later. A redirect is an answer like any other, and a bad one; nothing of an answer is read but its status.
 */
export async function send(url: string, headers: Record<string, string>, body: string, allowsPrivate: boolean): Promise<Sent> {
  if (problemOfUrl(url, allowsPrivate)) return { status: null, problem: 'ADDRESS_PRIVATE' };
  const address = await addressOf(new URL(url).hostname.replace(/^\[|\]$/g, ''), allowsPrivate);
  if (address === null) return { status: null, problem: 'UNREACHABLE' };
  if (address === 'private') return { status: null, problem: 'ADDRESS_PRIVATE' };
  return post(new URL(url), address, headers, body);
}

/** The first address of a name; `private` when any of them is nobody's in public. */
async function addressOf(host: string, allowsPrivate: boolean): Promise<string | 'private' | null> {
  const found = isIP(host) ? [{ address: host }] : await lookup(host, { all: true }).catch(() => []);
  if (!allowsPrivate && found.some(({ address }) => !isPublicAddress(address))) return 'private';
  return found[0]?.address ?? null;
}

function post(url: URL, address: string, headers: Record<string, string>, body: string): Promise<Sent> {
  return new Promise((resolve) => {
    const isSecure = url.protocol === 'https:';
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const asked = (isSecure ? overHttps : overHttp)({
      host: address,
      port: url.port || (isSecure ? 443 : 80),
      path: `${url.pathname}${url.search}`,
      method: 'POST',
      // The certificate is the name's, the connection the address's.
      ...(isSecure && !isIP(host) ? { servername: host } : {}),
      agent: false,
      headers: { ...headers, host: url.host, 'content-length': Buffer.byteLength(body), 'user-agent': 'Weixiang-Webhook/1' },
      signal: AbortSignal.timeout(patienceMs),
    });
    asked.on('response', (answer) => {
      const status = answer.statusCode ?? 0;
      answer.destroy();
      resolve({ status, problem: status >= 200 && status < 300 ? null : 'ANSWERED_BADLY' });
    });
    asked.on('error', (error) => resolve({ status: null, problem: error.name === 'AbortError' || error.name === 'TimeoutError' ? 'TIMEOUT' : 'UNREACHABLE' }));
    asked.end(body);
  });
}
