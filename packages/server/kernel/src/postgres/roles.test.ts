import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { ownDatabase } from './own-database.js';
import { prepareRoles } from './roles.js';

const adminUrl = process.env['WEIXIANG_TEST_PG'] ?? '';

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the product\'s roles', () => {
  it('are the same after a second preparation, and their passwords work', async () => {
    const first = await prepareRoles(adminUrl, 'roles_twice');
    expect(await prepareRoles(adminUrl, 'roles_twice')).toEqual(first);
    expect(await query(first.databaseUrl, 'select current_user::text as me')).toEqual([{ me: 'weixiang_app' }]);
    expect(await query(first.databaseOwnerUrl, 'select current_user::text as me')).toEqual([{ me: 'weixiang_owner' }]);
  });

  it('cannot bypass row level security, and the application cannot make a table', async () => {
    const { databaseUrl, databaseOwnerUrl } = await prepareRoles(adminUrl, 'roles_rights');
    const rows = await query(adminUrl, `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as strong from pg_roles where rolname like 'weixiang%' order by 1`);
    expect(rows).toEqual([
      { rolname: 'weixiang_app', strong: false },
      { rolname: 'weixiang_owner', strong: false },
    ]);
    await expect(query(databaseUrl, 'create table forbidden ()')).rejects.toThrow(/permission denied/);
    await expect(query(databaseUrl, 'create schema forbidden')).rejects.toThrow(/permission denied/);
    await expect(query(databaseOwnerUrl, 'create table allowed ()')).resolves.toEqual([]);
    await expect(query(databaseOwnerUrl, 'create schema jobs')).resolves.toEqual([]);
  });

  it('find the extensions that the schema needs', async () => {
    const { databaseUrl } = await prepareRoles(adminUrl, 'roles_extensions');
    const rows = await query<{ extname: string }>(databaseUrl, `select extname from pg_extension where extname <> 'plpgsql' order by 1`);
    expect(rows.map((row) => row.extname)).toEqual(['btree_gist', 'ltree', 'pg_trgm', 'pgcrypto']);
  });
});

describe('a PostgreSQL of one\'s own', () => {
  it('is not meant when no variable names it', async () => {
    expect(await ownDatabase({})).toBeNull();
  });

  it('is accepted with roles that are as they should be; the direct way defaults to the ordinary one', async () => {
    const { databaseUrl, databaseOwnerUrl } = await prepareRoles(adminUrl, 'own_good');
    const own = await ownDatabase({ DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: databaseOwnerUrl });
    expect(own).toEqual({ databaseUrl, databaseOwnerUrl, databaseDirectUrl: databaseUrl });
  });

  it('is refused when the application would be a superuser', async () => {
    await expect(ownDatabase({ DATABASE_URL: adminUrl, DATABASE_OWNER_URL: adminUrl })).rejects.toThrow(/DATABASE_URL is a superuser/);
  });

  it('is refused in one line without password when it cannot be reached', async () => {
    const url = 'postgresql://someone:secret@127.0.0.1:1/nowhere';
    const failure = await ownDatabase({ DATABASE_URL: url, DATABASE_OWNER_URL: url }).catch((error: unknown) => error);
    expect(String(failure)).toBe('StartupError: The database of DATABASE_OWNER_URL (127.0.0.1:1/nowhere) cannot be used: connect ECONNREFUSED 127.0.0.1:1.');
  });

  it('is refused when a variable is missing or no URL', async () => {
    await expect(ownDatabase({ DATABASE_OWNER_URL: adminUrl })).rejects.toThrow(/DATABASE_URL is missing/);
    await expect(ownDatabase({ DATABASE_URL: adminUrl })).rejects.toThrow(/DATABASE_OWNER_URL is missing/);
    await expect(ownDatabase({ DATABASE_URL: 'nonsense', DATABASE_OWNER_URL: 'nonsense' })).rejects.toThrow('DATABASE_OWNER_URL is no address of a database');
  });
});
