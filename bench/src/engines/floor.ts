import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, type Engine } from './engine.js';

/** The hand-written server. */
export function startFloor(databaseUrl: string, dataDir: string): Promise<Engine> {
  return launch({
    name: 'floor',
    title: 'by hand',
    args: [fileURLToPath(new URL('./floor-server.js', import.meta.url))],
    env: { BENCH_DATABASE_URL: databaseUrl },
    connections: `application_name = 'bench floor'`,
    pathFor: () => '/',
    logs: join(dataDir, 'logs'),
  });
}
