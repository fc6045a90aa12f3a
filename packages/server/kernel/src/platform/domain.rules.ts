import { domainToASCII } from 'node:url';

const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const domain = new RegExp(`^(${label}\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$`);

/**
 * A domain as it is kept and as browsers send it: lower case, Chinese names as xn--…; null when it is none.
 * @example domainOf('Xiangmu.example.gov.cn') // 'xiangmu.example.gov.cn'
 */
export function domainOf(words: string): string | null {
  const name = words.trim();
  if (/[\s/\\:?#@]/.test(name)) return null; // the rest of an address would be dropped in silence
  const ascii = domainToASCII(name);
  return ascii.length <= 253 && domain.test(ascii) ? ascii : null;
}

/** The name in a Host header, without port and final dot. `hostName('A.example:4000') // 'a.example'` */
export function hostName(host: string | undefined): string {
  return (host ?? '').toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '');
}

/** What every host serves alike: the web's files, and whether the server is well. */
const everywhere = /^\/(web\/|healthz$|readyz$)/;

/**
 * The path behind a path at a tenant's own domain. Nothing else is served there: no other tenant, no platform.
 * @example pathAtDomain('/console', 'qiaocheng') // '/t/qiaocheng/console'
 */
export function pathAtDomain(url: string, slug: string): string {
  const own = `/t/${slug}`;
  if (everywhere.test(url.split('?')[0] ?? '')) return url;
  if (url.startsWith(own) && /^([/?]|$)/.test(url.slice(own.length))) return url;
  return `${own}${url}`;
}
