import { searchEdition } from '@weixiang/kernel';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { allPhrases } from './phrases.js';

const sqlOf = (name: string): string => readFileSync(new URL(`../sql/${name}.sql`, import.meta.url), 'utf8');
/** Tables of which a fill makes so many rows that their indexes are made after them. */
const filled = ['wish', 'search_token', 'search_entry'];
const rowsAtOnce = 500_000;

/** Plants the units, and says what wishes are made of. */
export async function plantTree(adminUrl: string, tenantId: string): Promise<void> {
  await asAdmin(adminUrl, async (admin) => {
    await admin.query('create table phrase (kind text, no int, text text, tokens text[], primary key (kind, no))');
    await admin.query('insert into phrase select * from json_to_recordset($1) as p (kind text, no int, text text, tokens text[])', [JSON.stringify(allPhrases())]);
    await admin.query(sqlOf('tree').replaceAll('$tenant', tenantId));
    // Under row level security these two are never used, and take an hour at ten million rows (docs/adr/0024).
    await admin.query('drop index if exists wish_org_path; drop index if exists wish_recorded_path');
  });
}

/** Adds the wishes from one number to another, with what search knows of them if asked for. */
export async function fill(adminUrl: string, tenantId: string, from: number, to: number, withSearch: boolean): Promise<void> {
  await asAdmin(adminUrl, (admin) =>
    withoutIndexes(admin, to - from > rowsAtOnce, async () => {
      for (let at = from + 1; at <= to; at += rowsAtOnce) {
        const values: Record<string, string> = { $tenant: tenantId, $from: String(at), $to: String(Math.min(at + rowsAtOnce - 1, to)), $edition: String(searchEdition) };
        for (const name of withSearch ? ['wishes', 'tokens'] : ['wishes']) {
          await admin.query(sqlOf(name).replaceAll(/\$(tenant|from|to|edition)/g, (word) => values[word] ?? word));
        }
      }
    }),
  );
}

/** Lets the planner know how many sums there are. */
export async function analyseSums(adminUrl: string): Promise<void> {
  await asAdmin(adminUrl, async (admin) => void (await admin.query('vacuum (analyze) fact_sum, fact_day, fact_delta, fact_state')));
}

/** Large fills go without indexes, but for the primary keys. */
async function withoutIndexes(admin: pg.Client, isLarge: boolean, work: () => Promise<void>): Promise<void> {
  const { rows } = await admin.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid::regclass::text = any($1) and not indisprimary and not exists (select from pg_constraint where conindid = indexrelid)`,
    [filled],
  );
  if (isLarge) for (const { name } of rows) await admin.query(`drop index ${name}`);
  await work();
  if (isLarge) for (const { definition } of rows) await admin.query(definition);
  await admin.query(`vacuum (analyze) ${filled.join(', ')}`);
}

async function asAdmin(adminUrl: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    // Rows are right by how they are made: no foreign key is asked for each of ten million.
    await admin.query(`set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '128MB'`);
    await work(admin);
  } finally {
    await admin.end();
  }
}
