import { StartupError } from '@weixiang/kernel';
import { resolve } from 'node:path';

/** What the environment sets. */
export interface Settings {
  /** `PORT`; 4000. */
  port: number;
  /** `HOST`; loopback. */
  host: string;
  /** `DATA_DIR`; `.data` in the working folder. */
  dataDir: string;
  /** `LOG_LEVEL`; warn under a terminal, info otherwise. */
  logLevel: string;
  /** `NODE_ENV=production`: no example, no demo accounts. */
  isProduction: boolean;
}

/** Reads the environment. @throws StartupError */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = Number(env['PORT'] ?? 4000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new StartupError(`PORT is “${env['PORT']}”; it must be a number from 1 to 65535.`);
  return {
    port,
    host: env['HOST'] ?? '127.0.0.1',
    dataDir: resolve(env['DATA_DIR'] ?? '.data'),
    logLevel: env['LOG_LEVEL'] ?? (process.stdout.isTTY ? 'warn' : 'info'),
    isProduction: env['NODE_ENV'] === 'production',
  };
}
