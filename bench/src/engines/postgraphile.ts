import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, type Engine } from './engine.js';

/** PostGraphile over the same tables. */
export function startPostgraphile(databaseUrl: string, dataDir: string): Promise<Engine> {
  return launch({
    name: 'postgraphile',
    title: 'PostGraphile',
    args: [fileURLToPath(new URL('./postgraphile-server.js', import.meta.url))],
    env: { BENCH_DATABASE_URL: databaseUrl },
    connections: `application_name = 'bench postgraphile'`,
    pathFor: () => '/graphql',
    logs: join(dataDir, 'logs'),
  });
}
