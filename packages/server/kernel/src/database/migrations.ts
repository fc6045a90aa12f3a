import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runMigrations as migrateJobs } from 'graphile-worker';
import { Client } from 'pg';
import type { ServerFeature } from '../feature.js';
import type { Logger } from '../log.js';
import { appendOnlyComment } from '../entity/record.js';
import { StartupError } from '../postgres/startup-error.js';

/** One feature's migrations: a folder of `NNNN-title.sql`. */
export interface MigrationSource {
  /** The feature's name; `kernel` comes first, then core's features and plugins in order of dependency. */
  feature: string;
  folder: URL;
}

/** The database was made by a newer version, or a migration that ran was edited. Its message is one clear line. */
export class MigrationError extends StartupError {}

interface Migration {
  feature: string;
  name: string;
  sql: string;
  hash: string;
}

/**
 * Brings the schema up to date under a lock, each file in a transaction of its own, and gives the application's role
 * what it may do. Several processes may start at once; one migrates, the others wait.
 * @throws MigrationError
 */
export async function migrate(options: { ownerUrl: string; applicationRole: string; sources: readonly MigrationSource[]; log: Logger }): Promise<number> {
  const client = new Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtextextended('weixiang migrations', 0))`);
    await client.query(
      `create table if not exists migration (feature text, name text, hash text not null, applied_at timestamptz not null default now(), primary key (feature, name))`,
    );
    const known = await readAll(options.sources);
    const pending = await pendingOf(client, known);
    for (const migration of pending) await apply(client, migration, options.log);
    await migrateJobs({ connectionString: options.ownerUrl, logger: undefined });
    await grant(client, options.applicationRole);
    return pending.length;
  } finally {
    await client.end();
  }
}

async function readAll(sources: readonly MigrationSource[]): Promise<Migration[]> {
  const all: Migration[] = [];
  for (const { feature, folder } of sources) {
    const path = fileURLToPath(folder);
    for (const name of (await readdir(path)).filter((file) => file.endsWith('.sql')).sort()) {
      const sql = await readFile(`${path}/${name}`, 'utf8');
      all.push({ feature, name, sql, hash: createHash('sha256').update(sql).digest('hex') });
    }
  }
  return all;
}

async function pendingOf(client: Client, known: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ feature: string; name: string; hash: string }>('select feature, name, hash from migration');
  const applied = new Map(rows.map((row) => [`${row.feature}/${row.name}`, row.hash]));
  const byKey = new Map(known.map((migration) => [`${migration.feature}/${migration.name}`, migration]));
  const foreign = [...applied.keys()].filter((key) => !byKey.has(key));
  if (foreign.length > 0) throw new MigrationError(`The database is newer than this version of the product (it has ${foreign[0]}). Start the newer version, or use another database.`);
  for (const [key, hash] of applied) {
    if (byKey.get(key)?.hash !== hash) throw new MigrationError(`The migration ${key} was changed after it ran. Restore the file and write a new migration instead.`);
  }
  return known.filter(({ feature, name }) => !applied.has(`${feature}/${name}`));
}

async function apply(client: Client, { feature, name, sql, hash }: Migration, log: Logger): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migration (feature, name, hash) values ($1, $2, $3)', [feature, name, hash]);
    await client.query('commit');
    log.info({ feature, migration: name }, 'migrated');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${feature}/${name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** The application reads and writes rows; it owns nothing, and cannot rewrite what happened. */
async function grant(client: Client, role: string): Promise<void> {
  const to = client.escapeIdentifier(role);
  await client.query(`
    grant usage on schema public to ${to};
    grant select, insert, update, delete on all tables in schema public to ${to};
    revoke insert, update, delete on migration from ${to};
    revoke delete on tenant from ${to};
    revoke update, delete on event, read_record from ${to};
    grant update (sequence, hash, payload, salt) on event to ${to};
    grant usage on schema graphile_worker to ${to};
    grant select, insert, update, delete on all tables in schema graphile_worker to ${to};
    grant usage on all sequences in schema graphile_worker to ${to};
    grant execute on all functions in schema graphile_worker to ${to};
    do $$ declare sealed record; begin
      for sealed in select oid::regclass as name from pg_class
        where relnamespace = 'public'::regnamespace and obj_description(oid, 'pg_class') = ${client.escapeLiteral(appendOnlyComment)} loop
        execute format('revoke update, delete on %s from %I', sealed.name, ${client.escapeLiteral(role)});
      end loop;
    end $$;
    do $$ declare jobs record; begin
      for jobs in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'graphile_worker' and c.relkind = 'r' and c.relrowsecurity
          and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'application') loop
        execute format('create policy application on graphile_worker.%I to %I using (true) with check (true)', jobs.relname, ${client.escapeLiteral(role)});
      end loop;
    end $$;
  `);
}

/** The kernel's own migrations; they run before every feature's. */
export const kernelMigrations: MigrationSource = { feature: 'kernel', folder: new URL('../../migrations/', import.meta.url) };

/** Every migration in the order in which it runs: the kernel's, core's, the plugins'. */
export function migrationsOf(features: readonly ServerFeature[]): MigrationSource[] {
  return [kernelMigrations, ...features.flatMap(({ declaration, migrations }) => (migrations ? [{ feature: declaration.name, folder: migrations }] : []))];
}
