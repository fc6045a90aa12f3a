import type { DatabaseUrls } from '@weixiang/kernel';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchKeys } from '../dataset/dataset.js';
import { launch, type Engine } from './engine.js';

const program = fileURLToPath(new URL('../../../packages/server/app/dist/main.js', import.meta.url));

/** Our server as `npm start` runs it in production, for as many at once as are sent, as the others take them; with `profile`, writing down where its time goes. */
export function startOurs(urls: DatabaseUrls, dataDir: string, profile: string | null): Promise<Engine> {
  return launch({
    name: 'ours',
    title: 'Weixiang',
    args: [...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`, '--cpu-prof-interval=500'] : []), program],
    env: { DATABASE_URL: urls.databaseUrl, DATABASE_OWNER_URL: urls.databaseOwnerUrl, DATABASE_DIRECT_URL: urls.databaseDirectUrl, DATA_DIR: join(dataDir, 'server'), WEIXIANG_KEYS: benchKeys, REQUESTS_AT_ONCE: '64' },
    connections: `usename = 'weixiang_app' and application_name <> 'bench floor'`,
    // Looking where its time goes takes some by itself.
    ...(profile ? { atRestMs: 300 } : {}),
    pathFor: ({ slug }) => `/t/${slug}/graphql`,
    logs: join(dataDir, 'logs'),
  });
}
