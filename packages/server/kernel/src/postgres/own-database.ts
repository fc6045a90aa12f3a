import pg from 'pg';
import type { DatabaseUrls } from './roles.js';
import { StartupError, reasonOf } from './startup-error.js';

const minimumVersion = 17;
const patience = 5_000;

/**
 * The PostgreSQL that the operator runs, from `DATABASE_URL`, `DATABASE_OWNER_URL` and `DATABASE_DIRECT_URL` (the first
 * stands in for the last); null where none is named and the embedded one is meant. Throws `StartupError` when it cannot
 * be reached, is older than 17, or would let the application pass by row level security.
 * @example const own = await ownDatabase(process.env);
 */
export async function ownDatabase(environment: Readonly<Record<string, string | undefined>>): Promise<DatabaseUrls | null> {
  const { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: databaseOwnerUrl, DATABASE_DIRECT_URL: direct } = environment;
  if (!databaseUrl) {
    if (databaseOwnerUrl || direct) throw new StartupError('DATABASE_URL is missing beside DATABASE_OWNER_URL or DATABASE_DIRECT_URL.');
    return null;
  }
  if (!databaseOwnerUrl) throw new StartupError('DATABASE_OWNER_URL is missing: the role that owns the tables and migrates them, beside DATABASE_URL for the application.');
  const urls = { databaseUrl, databaseOwnerUrl, databaseDirectUrl: direct || databaseUrl };
  await check('DATABASE_OWNER_URL', urls.databaseOwnerUrl, false);
  await check('DATABASE_URL', urls.databaseUrl, true);
  if (direct && direct !== databaseUrl) await check('DATABASE_DIRECT_URL', direct, true);
  return urls;
}

interface Findings {
  version: number;
  encoding: string;
  bypasses: boolean;
}

async function check(variable: string, url: string, isApplication: boolean): Promise<void> {
  if (!isPostgresUrl(url)) throw new StartupError(`${variable} is no address of a database; it must be one like postgresql://weixiang_app:…@db.example.cn:5432/weixiang.`);
  const { version, encoding, bypasses } = await inspect(variable, url);
  if (version < minimumVersion) throw new StartupError(`The database of ${variable} is PostgreSQL ${version}; version ${minimumVersion} or newer is needed.`);
  if (encoding !== 'UTF8') throw new StartupError(`The database of ${variable} is encoded in ${encoding}; UTF8 is needed.`);
  if (isApplication && bypasses) throw new StartupError(`The role of ${variable} is a superuser or bypasses row level security; tenants would see each other. Give it a role that does neither.`);
}

async function inspect(variable: string, url: string): Promise<Findings> {
  let client: pg.Client | undefined;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patience, statement_timeout: patience });
    client.on('error', () => {});
    await client.connect();
    const { rows } = await client.query<Findings>(
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding,
              (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as bypasses`,
    );
    const [findings] = rows;
    if (!findings) throw new Error('it does not answer');
    return findings;
  } catch (error) {
    throw new StartupError(`The database of ${variable} (${withoutPassword(url)}) cannot be used: ${reasonOf(error)}.`);
  } finally {
    await client?.end().catch(() => {});
  }
}

function isPostgresUrl(url: string): boolean {
  return /^postgres(ql)?:$/.test(URL.parse(url)?.protocol ?? '');
}

function withoutPassword(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}${port && `:${port}`}${pathname}`;
}
