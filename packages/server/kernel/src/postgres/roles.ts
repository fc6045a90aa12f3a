import { createHmac } from 'node:crypto';
import pg from 'pg';

const database = 'weixiang';
const owner = 'weixiang_owner';
const application = 'weixiang_app';
// ltree is for the migrations that ran before paths were text (docs/adr/0024).
const extensions = ['ltree', 'pg_trgm', 'btree_gist', 'pgcrypto'];

/** What the server connects with; each is a URL that node-postgres takes. */
export interface DatabaseUrls {
  /** The application's role: owns nothing, bypasses nothing. */
  readonly databaseUrl: string;
  /** The owner's role, for migrations alone. */
  readonly databaseOwnerUrl: string;
  /** The application's role past any pooler, for LISTEN and jobs. */
  readonly databaseDirectUrl: string;
}

/**
 * Makes the product's database, its two roles and its extensions in the server that `adminUrl` (a superuser) reaches;
 * changes nothing that is as it should be already. `name` is for tests that want a database of their own.
 * @example const urls = await prepareRoles(postgres.adminUrl);
 */
export async function prepareRoles(adminUrl: string, name: string = database): Promise<DatabaseUrls> {
  const passwords = { [owner]: derivePassword(adminUrl, owner), [application]: derivePassword(adminUrl, application) };
  await withClient(adminUrl, async (client) => {
    // Two servers may prepare at once, and roles belong to them all. The lock goes with the connection.
    await client.query(`select pg_advisory_lock(hashtext('weixiang roles'))`);
    for (const [role, password] of Object.entries(passwords)) await ensureRole(client, role, password);
    await ensureDatabase(client, name);
  });
  await withClient(urlWith(adminUrl, { database: name }), async (client) => {
    for (const extension of extensions) await client.query(`create extension if not exists ${extension}`);
    await client.query(`alter schema public owner to ${owner}`);
  });
  const databaseUrl = urlWith(adminUrl, { user: application, password: passwords[application], database: name });
  const databaseOwnerUrl = urlWith(adminUrl, { user: owner, password: passwords[owner], database: name });
  return { databaseUrl, databaseOwnerUrl, databaseDirectUrl: databaseUrl };
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  const attributes = `login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password ${client.escapeLiteral(password)}`;
  await client.query(`${rowCount ? 'alter' : 'create'} role ${role} ${attributes}`);
}

async function ensureDatabase(client: pg.Client, name: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  const identifier = client.escapeIdentifier(name);
  if (!rowCount) await client.query(`create database ${identifier} owner ${owner} template template0 encoding 'UTF8'`);
  await client.query(`revoke all on database ${identifier} from public`);
  await client.query(`grant connect on database ${identifier} to ${application}`);
}

// Derived from the administrator's: one secret to keep, and several servers on one database agree without talking.
function derivePassword(adminUrl: string, role: string): string {
  return createHmac('sha256', new URL(adminUrl).password).update(role).digest('base64url');
}

function urlWith(base: string, change: { user?: string; password?: string; database: string }): string {
  const url = new URL(base);
  if (change.user !== undefined) url.username = change.user;
  if (change.password !== undefined) url.password = change.password;
  url.pathname = `/${change.database}`;
  return url.href;
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
