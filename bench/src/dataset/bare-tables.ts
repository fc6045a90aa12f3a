import type pg from 'pg';

/** Tables that the dataset fills; their indexes and foreign keys are made after their rows. */
export const tables = ['vocabulary_term', 'org_unit', 'person', 'role_assignment', 'partner', 'project', 'agreement', 'activity', 'demand', 'wish', 'counter', 'search_entry', 'search_token'];

interface Definition {
  table: string;
  name: string;
  definition: string;
}

/**
 * Runs `fill` while the tables have neither indexes nor foreign keys and let their owner pass by row level security, then
 * puts everything back as it was.
 * @throws Error when the schema is not what it was before.
 */
export async function withBareTables(owner: pg.Client, fill: () => Promise<void>): Promise<void> {
  const before = await schemaOf(owner);
  const foreignKeys = await definitions(owner, `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'f' and conrelid::regclass::text = any($1) order by 1, 2`);
  const uniqueKeys = await definitions(owner, `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'u' and conrelid::regclass::text = any($1) order by 1, 2`);
  const indexes = await definitions(owner, `select indrelid::regclass::text as table, indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index where indrelid::regclass::text = any($1) and not exists (select from pg_constraint where conindid = indexrelid) order by 1, 2`);
  for (const { table, name } of foreignKeys) await owner.query(`alter table ${table} drop constraint ${name}`);
  for (const { table, name } of await referringFrom(owner, uniqueKeys)) throw new Error(`${name} of ${table} refers to a key that is not a primary one.`);
  for (const { table, name } of uniqueKeys) await owner.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await owner.query(`drop index ${name}`);
  for (const table of tables) await owner.query(`alter table ${table} no force row level security`);
  await fill();
  for (const { table, name, definition } of uniqueKeys) await owner.query(`alter table ${table} add constraint ${name} ${definition}`);
  for (const { definition } of indexes) await owner.query(definition);
  for (const table of tables) await owner.query(`analyze ${table}`);
  for (const { table, name, definition } of foreignKeys) await owner.query(`alter table ${table} add constraint ${name} ${definition}`);
  for (const table of tables) await owner.query(`alter table ${table} force row level security`);
  if ((await schemaOf(owner)) !== before) throw new Error('The dataset left the schema other than it was.');
}

async function definitions(owner: pg.Client, sql: string): Promise<Definition[]> {
  return (await owner.query<Definition>(sql, [tables])).rows;
}

async function referringFrom(owner: pg.Client, keys: readonly Definition[]): Promise<{ table: string; name: string }[]> {
  const { rows } = await owner.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint where contype = 'f' and conindid = any(select conindid from pg_constraint where conname = any($1))`,
    [keys.map(({ name }) => name)],
  );
  return rows;
}

/** Everything about the tables that could have got lost on the way. */
async function schemaOf(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query(
    `select json_agg(line order by line) as lines from (
       select indexdef as line from pg_indexes where schemaname = 'public'
       union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
       union all select oid::regclass || ' ' || relrowsecurity || ' ' || relforcerowsecurity from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r') s`,
  );
  return JSON.stringify(rows);
}
