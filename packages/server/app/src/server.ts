import { type AdmissionLimits, createHttpServer, createLogger, Kernel, makeDataFolder, migrate, migrationsOf, ownDatabase, prepareRoles, StartupError, startPostgres, type DatabaseUrls } from '@weixiang/kernel';
import { foundTenant, routes } from '@weixiang/core';
import type { FastifyInstance } from 'fastify';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startJobsBeside } from './beside.js';
import { core, plugins } from './installed.js';
import { kernelOptions } from './kernel-options.js';
import { keysOf } from './keys.js';
import { servePages } from './pages.js';
import type { Settings } from './settings.js';

/** A running server and how to end it. */
export interface RunningServer {
  kernel: Kernel;
  http: FastifyInstance;
  stop(): Promise<void>;
}

/** Largest ledger that may be uploaded: 100,000 rows of wishes are about 10 MB. */
const maxUploadBytes = 50_000_000;

/** Each connection plans for itself and keeps its own view of the tables: with more of them than work at once a write costs PostgreSQL more. */
const writesAtOnce = 5;

/**
 * Starts everything but the listening socket: database, migrations, kernel, jobs.
 * @throws StartupError with one clear line.
 */
export async function startServer(settings: Settings, progress: (line: string) => void): Promise<RunningServer> {
  const log = createLogger(settings.logLevel);
  keysOf(settings); // asked first: nothing is started that cannot go on
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const { urls, filesDir, stop: stopDatabase } = await openDatabase(settings, progress);
    stops.push(stopDatabase);
    await requireFreePort(settings);
    const kernel = await Kernel.start({ ...kernelOptions(settings, { urls, filesDir }, log, progress), writesAtOnce });
    stops.push(() => kernel.close());
    const http = await createHttpServer(kernel, { routes, maxUploadBytes, foundTenant, trustProxy: settings.trustProxy, admission: places(settings), extend: (server) => servePages(server, kernel) });
    stops.push(() => http.close());
    const jobs = startJobsBeside({ urls, filesDir }, log);
    stops.push(() => jobs.stop());
    return { kernel, http, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function places({ requestsAtOnce }: Settings): Partial<AdmissionLimits> {
  return requestsAtOnce === undefined ? {} : { places: requestsAtOnce };
}

/**
 * Asked before the example is made, which takes a minute, and not before the data folder is ours: until then the port may
 * still belong to the server that had it.
 */
async function requireFreePort(settings: Settings): Promise<void> {
  const probe = createServer();
  await orUnusable(settings, async () => {
    await once(probe.listen(settings.port, settings.host), 'listening');
    await once(probe.close(), 'close');
  });
}

/** Listens. @throws StartupError when the port is taken. */
export async function listen(http: FastifyInstance, settings: Settings): Promise<string> {
  const { host, port } = settings;
  return orUnusable(settings, () => http.listen({ host, port }));
}

async function orUnusable<T>({ host, port }: Settings, listening: () => Promise<T>): Promise<T> {
  try {
    return await listening();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EADDRINUSE') throw new StartupError(`Port ${port} is already in use. Set PORT to another one.`);
    if (code === 'EACCES') throw new StartupError(`Port ${port} may not be used by this user. Set PORT to one above 1023.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new StartupError(`HOST is “${host}”, which is no address of this machine.`);
    throw error;
  }
}

/** A migrated database, and where files go. */
export interface OpenDatabase {
  urls: DatabaseUrls;
  filesDir: string;
  stop(): Promise<void>;
}

/**
 * The operator's PostgreSQL or the embedded one, migrated.
 * @throws StartupError with one clear line.
 */
export async function openDatabase(settings: Settings, progress: (line: string) => void): Promise<OpenDatabase> {
  const log = createLogger(settings.logLevel);
  makeDataFolder(settings.dataDir);
  const own = await ownDatabase(process.env);
  const postgres = own ? null : await startPostgres({ dataDir: settings.dataDir, log: progress, onLost: giveUp });
  const stop = async (): Promise<void> => postgres?.stop();
  try {
    const urls = own ?? (await prepareRoles(String(postgres?.adminUrl)));
    const applicationRole = decodeURIComponent(new URL(urls.databaseUrl).username);
    const applied = await migrate({ ownerUrl: urls.databaseOwnerUrl, applicationRole, sources: migrationsOf([...core, ...plugins]), log });
    if (applied > 0) progress(`Migrated the database (${applied} steps).`);
    return { urls, filesDir: join(settings.dataDir, 'files'), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function giveUp(error: StartupError): void {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
