import { createTestDatabase } from '@weixiang/kernel/testkit';
import { Database, Event, migrationsOf, Tenant } from '@weixiang/kernel';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { core, plugins } from './installed.js';

type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>;

/** The platform's own tables: operators, their sessions, their audit. No tenant's data is in them. */
const platform = ['platform_event', 'platform_operator', 'platform_session'];
/** Tables that belong to no tenant: the list of tenants, what has run, and the platform's. */
const reference = ['migration', 'tenant', ...platform];
const platformPolicy = "(current_setting('app.platform'::text, true) = 'on'::text)";
const policy = "(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)";

/** Facts of PostgreSQL's catalogue about every table of the product. */
const tables = `
  select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner,
    (select json_agg(json_build_object('name', p.polname, 'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid), 'command', p.polcmd)) from pg_policy p where p.polrelid = c.oid) as policies,
    (select json_agg(json_build_object('name', i.relname, 'first', (select attname from pg_attribute where attrelid = c.oid and attnum = x.indkey[0]))) from pg_index x join pg_class i on i.oid = x.indexrelid where x.indrelid = c.oid and (x.indisunique or x.indisprimary or x.indisexclusion)) as keys,
    (select json_agg(json_build_object('name', f.conname, 'first', (select attname from pg_attribute where attrelid = c.oid and attnum = f.conkey[1]), 'onUpdate', f.confupdtype, 'onDelete', f.confdeltype)) from pg_constraint f where f.conrelid = c.oid and f.contype = 'f') as foreign_keys,
    (select json_agg(a.attname) from pg_attribute a left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum where a.attrelid = c.oid and a.attnum > 0 and (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval(%')) as serials,
    (select json_agg(t.tgname) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') order by c.relname`;

interface TableFacts {
  name: string;
  enabled: boolean;
  forced: boolean;
  owner: string;
  policies: { name: string; using: string; check: string; command: string }[] | null;
  keys: { name: string; first: string }[] | null;
  foreign_keys: { name: string; first: string; onUpdate: string; onDelete: string }[] | null;
  serials: string[] | null;
  triggers: string[] | null;
}

describe('every tenant table, plugins’ included', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  let all: TableFacts[];
  let facts: TableFacts[];
  beforeAll(async () => {
    database = await createTestDatabase(migrationsOf([...core, ...plugins]));
    owner = new pg.Client({ connectionString: database.databaseOwnerUrl });
    await owner.connect();
    all = (await owner.query<TableFacts>(tables)).rows;
    facts = all.filter(({ name }) => !reference.includes(name));
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  it('is there: the catalogue sees the tables of core and of every plugin', () => {
    const names = facts.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['event', 'org_unit', 'person', 'wish', 'demand', 'project', 'activity', 'notice']));
    expect(names.length).toBeGreaterThan(20);
  });

  it('enforces row level security, on its owner too, by the one policy', () => {
    for (const { name, enabled, forced, policies } of facts) {
      expect({ name, enabled, forced }).toEqual({ name, enabled: true, forced: true });
      expect({ name, policies }).toEqual({ name, policies: [{ name: 'tenant', using: policy, check: policy, command: '*' }] });
    }
  });

  it('begins every key with the tenant', () => {
    for (const { name, keys } of facts) {
      expect({ name, keys: keys?.length ?? 0 }).not.toEqual({ name, keys: 0 });
      for (const key of keys ?? []) expect({ name, key }).toMatchObject({ key: { first: 'tenant_id' } });
    }
  });

  it('shares the tenant in every foreign key, and never updates or nulls through one', () => {
    for (const { name, foreign_keys: foreignKeys } of facts) {
      for (const key of foreignKeys ?? []) {
        expect({ name, key }).toMatchObject({ key: { first: 'tenant_id', onUpdate: 'a' } });
        expect(['a', 'c']).toContain(key.onDelete);
      }
    }
  });

  it('has no serial column and no trigger', () => {
    for (const { name, serials, triggers } of facts) expect({ name, serials, triggers }).toEqual({ name, serials: null, triggers: null });
  });

  it('belongs to the owner, and the application’s role bypasses nothing', async () => {
    const role = new URL(database.databaseUrl).username;
    for (const { name, owner: belongsTo } of facts) expect({ name, belongsTo }).not.toEqual({ name, belongsTo: role });
    const { rows } = await owner.query('select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = $1', [role]);
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }]);
  });

  it('shows the application no row while no tenant is set, and refuses to write one', async () => {
    const application = new pg.Client({ connectionString: database.databaseUrl });
    await application.connect();
    try {
      for (const { name } of facts) {
        const { rows } = await application.query(`select count(*)::int as count from ${name}`);
        expect({ name, rows }).toEqual({ name, rows: [{ count: 0 }] });
      }
      const write = `insert into counter (tenant_id, name, value) values ('00000000-0000-7000-8000-000000000000', 'x', 1)`;
      await expect(application.query(write)).rejects.toThrow(/row-level security/);
    } finally {
      await application.end();
    }
  });

  it('but the platform’s, which hold no tenant and open by one setting alone', async () => {
    const ours = all.filter(({ name }) => platform.includes(name));
    expect(ours.map(({ name }) => name)).toEqual(platform);
    for (const { name, enabled, forced, policies } of ours) {
      expect({ name, enabled, forced }).toEqual({ name, enabled: true, forced: true });
      expect({ name, policies }).toEqual({ name, policies: [{ name: 'platform', using: platformPolicy, check: platformPolicy, command: '*' }] });
    }
    const columns = await owner.query(`select from information_schema.columns where column_name = 'tenant_id' and table_name = any($1)`, [platform]);
    expect(columns.rowCount).toBe(0);
    const application = new pg.Client({ connectionString: database.databaseUrl });
    await application.connect();
    try {
      for (const [setting, value] of [['app.platform', ''], ['app.platform', 'off'], ['app.tenant_id', '00000000-0000-7000-8000-000000000000']]) {
        await application.query('select set_config($1, $2, false)', [setting, value]);
        const write = `insert into platform_operator (id, login, password_hash, name, created_at) values (gen_random_uuid(), 'x', 'x', 'x', '2026-01-01')`;
        await expect(application.query(write)).rejects.toThrow(/row-level security/);
      }
    } finally {
      await application.end();
    }
  });

  it('is exactly what the entities declare', async () => {
    const entities = [Tenant, Event, ...[...core, ...plugins].flatMap((feature) => feature.entities ?? [])];
    const declared = await Database.open({ url: database.databaseOwnerUrl, entities });
    const difference = await declared.orm.schema.getUpdateSchemaSQL({ dropTables: false, wrap: false });
    await declared.close();
    expect(difference.trim()).toBe('');
  });
});
