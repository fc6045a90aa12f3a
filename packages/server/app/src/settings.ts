import { bucketIn, StartupError, type Bucket } from '@weixiang/kernel';
import { isIP } from 'node:net';
import { resolve } from 'node:path';

/** What the environment sets. */
export interface Settings {
  /** `PORT`; 4000. */
  port: number;
  /** `HOST`; loopback. */
  host: string;
  /** `DATA_DIR`; `.data` in the working folder. */
  dataDir: string;
  /** `LOG_LEVEL`; info in production; warn elsewhere, so that the last lines of a start stay where the product is. */
  logLevel: string;
  /** `TRUST_PROXY`: addresses of the proxies in front, such as `loopback`; nobody. */
  trustProxy: string | undefined;
  /** `WEIXIANG_KEYS`: keys of encrypted fields, or `WEIXIANG_KEYS_FILE`: the file that holds them. Else a file in the data folder. */
  keys: string | undefined;
  keysFile: string | undefined;
  /** `FILES_S3_BUCKET`, `FILES_S3_REGION`, `FILES_S3_ENDPOINT`: where uploaded files lie; in the data folder. */
  bucket: Bucket | undefined;
  /** `SMS_GATEWAY_URL`, `SMS_GATEWAY_TOKEN`: who carries text messages; nobody, or the console outside production. */
  smsGateway: { url: string; token: string | undefined } | null;
  /** `WEBHOOKS_TO_PRIVATE=1`: webhooks may go over http and to private addresses; never in production. */
  webhooksToPrivate: boolean;
  /** `REQUESTS_AT_ONCE`: queries that this process works on at once before others wait (docs/adr/0027); 6. */
  requestsAtOnce: number | undefined;
  /** `NODE_ENV=production`: no example, no demo accounts. */
  isProduction: boolean;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads the environment; what is set to nothing, as compose files do, is not set. @throws StartupError */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const env = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const port = Number(env['PORT'] ?? 4000);
  const logLevel = env['LOG_LEVEL'] ?? (env['NODE_ENV'] === 'production' ? 'info' : 'warn');
  if (!logLevels.includes(logLevel)) throw new StartupError(`LOG_LEVEL is “${logLevel}”; it must be one of ${logLevels.join(', ')}.`);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new StartupError(`PORT is “${env['PORT']}”; it must be a number from 1 to 65535.`);
  return {
    port,
    host: env['HOST'] ?? '127.0.0.1',
    dataDir: resolve(env['DATA_DIR'] ?? '.data'),
    logLevel,
    trustProxy: proxiesIn(env['TRUST_PROXY']),
    keys: env['WEIXIANG_KEYS']?.trim() || undefined,
    keysFile: env['WEIXIANG_KEYS_FILE']?.trim() || undefined,
    bucket: bucketIn(env),
    smsGateway: gatewayIn(env),
    webhooksToPrivate: isPrivateAllowed(env),
    requestsAtOnce: requestsIn(env),
    isProduction: env['NODE_ENV'] === 'production',
  };
}

function isPrivateAllowed({ WEBHOOKS_TO_PRIVATE: wanted, NODE_ENV: mode }: NodeJS.ProcessEnv): boolean {
  if (wanted !== '1') return false;
  if (mode === 'production') throw new StartupError('WEBHOOKS_TO_PRIVATE is for development: in production it would open the inner network to whoever makes a webhook.');
  return true;
}

function requestsIn({ REQUESTS_AT_ONCE: wanted }: NodeJS.ProcessEnv): number | undefined {
  if (wanted === undefined) return undefined;
  const count = Number(wanted);
  if (!Number.isInteger(count) || count < 1 || count > 1_000) throw new StartupError(`REQUESTS_AT_ONCE is “${wanted}”; it must be a number from 1 to 1000.`);
  return count;
}

function gatewayIn({ SMS_GATEWAY_URL: url, SMS_GATEWAY_TOKEN: token }: NodeJS.ProcessEnv): Settings['smsGateway'] {
  if (!url?.trim()) return null;
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) throw new StartupError(`SMS_GATEWAY_URL is “${url}”; it must be an address like https://sms.example.cn/send.`);
  return { url, token: token || undefined };
}

/** Names of ranges, addresses, and ranges of them, with commas between. */
function proxiesIn(words: string | undefined): string | undefined {
  if (!words?.trim()) return undefined;
  const proxies = words.split(',').map((word) => word.trim());
  const wrong = proxies.find((proxy) => !/^(loopback|linklocal|uniquelocal)$/.test(proxy) && !isAddressOrRange(proxy));
  if (wrong !== undefined) throw new StartupError(`TRUST_PROXY has “${wrong}”; it must be loopback, linklocal, uniquelocal, an address, or a range like 10.0.0.0/8.`);
  return proxies.join(',');
}

function isAddressOrRange(proxy: string): boolean {
  const [address = '', bits, ...rest] = proxy.split('/');
  const family = isIP(address);
  return family > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)));
}
