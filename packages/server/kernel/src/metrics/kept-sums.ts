import type { EntityManager } from '@mikro-orm/postgresql';
import { allFacts, editionSql, editionValues, sumsOf, uuids } from './fact-sql.js';
import type { KeptFacts } from './kept-facts.js';

/** Statements whose deltas are added up at a time. */
const statementsAtOnce = 200;
/** 12 values a row; PostgreSQL takes 65,535 in one statement. */
const rowsAtOnce = 2_000;

interface SumRow {
  parted_by: string;
  place: string;
  month: string;
  groups: string;
  part: string;
  depth: number;
  path: string;
  records: string;
  amount: string;
  whole: string;
}

/** Metrics of this tenant whose sums are not whole, or were made by another definition. */
export async function staleFacts(em: EntityManager, tenantId: string, kept: readonly KeptFacts[]): Promise<KeptFacts[]> {
  const stale: KeptFacts[] = [];
  for (const facts of kept) {
    const [row] = await em.execute<{ is_whole: boolean }[]>(`select ${wholeSql} as is_whole`, wholeValues(facts, tenantId));
    if (!row?.is_whole) stale.push(facts);
  }
  return stale;
}

/** SQL of whether a metric's sums and deltas together are its facts. */
export const wholeSql = `(exists (select from fact_state state where state.tenant_id = ? and state.metric = ? and state.edition = ${editionSql})
  and not exists (select from fact_delta other where other.tenant_id = ? and other.metric = ? and other.edition < ${editionSql})
  and not exists (select from fact_delta other where other.tenant_id = ? and other.metric = ? and other.edition > ${editionSql}))`;

/** The values of {@link wholeSql}. */
export function wholeValues(facts: KeptFacts, tenantId: string): unknown[] {
  const one = [tenantId, facts.metric, ...editionValues(facts, tenantId)];
  return [...one, ...one, ...one];
}

/** Forgets the sums of metrics that this process does not know, so that it cannot leave them behind what it writes. */
export async function forgetUnknown(em: EntityManager, tenantId: string, kept: readonly KeptFacts[]): Promise<void> {
  const known = kept.map(({ metric }) => metric);
  await em.execute(`delete from fact_state where tenant_id = ? and metric <> all(?::text[])`, [tenantId, arrayOf(known)]);
  await em.execute(`delete from fact_delta where tenant_id = ? and metric <> all(?::text[])`, [tenantId, arrayOf(known)]);
  await em.execute(`delete from fact_sum where tenant_id = ? and metric <> all(?::text[])`, [tenantId, arrayOf(known)]);
}

/**
 * Makes a metric's sums from its records. The transaction must see one moment (repeatable read): the deltas that it sees are
 * in the records that it sees, and those that it does not see stay.
 */
export async function buildSums(em: EntityManager, tenantId: string, facts: KeptFacts, now: Date): Promise<void> {
  const { metric } = facts;
  for (const table of ['fact_delta', 'fact_sum', 'fact_state']) await em.execute(`delete from ${table} where tenant_id = ? and metric = ?`, [tenantId, metric]);
  const { sql, values } = sumsOf(facts, allFacts(facts, tenantId));
  await em.execute(
    `insert into fact_sum (tenant_id, metric, parted_by, place, month, groups, part, depth, path, records, amount, whole)
     select ?::uuid, sums.* from (${sql}) sums`,
    [tenantId, ...values],
  );
  await em.execute(`insert into fact_state (tenant_id, metric, edition, built_at) values (?, ?, ${editionSql}, ?)`, [tenantId, metric, ...editionValues(facts, tenantId), now]);
}

/** Adds the deltas of some statements to a metric's sums, and says whether there were any. Nobody else may do so meanwhile. */
export async function addDeltas(em: EntityManager, tenantId: string, facts: KeptFacts): Promise<boolean> {
  const { metric } = facts;
  // Whole statements: all that one wrote is seen as soon as any of it is.
  const statements = await em.execute<{ id: string }[]>(`select distinct id from fact_delta where tenant_id = ? and metric = ? and edition = ${editionSql} order by id limit ${statementsAtOnce}`, [tenantId, metric, ...editionValues(facts, tenantId)]);
  if (statements.length === 0) return false;
  const of = [tenantId, metric, uuids(statements.map(({ id }) => id))];
  const chosen = 'tenant_id = ? and metric = ? and id = any(?::uuid[])';
  const { sql, values } = sumsOf(facts, { sql: `select day, path, groups, parts, records, amount, whole from fact_delta where ${chosen}`, values: of });
  const rows = await em.execute<SumRow[]>(
    `select parted_by, place, month::text as month, groups::text as groups, part::text as part, depth, path, records::text as records, amount::text as amount, whole::text as whole
     from (${sql}) sums order by parted_by, place, month, groups, part`,
    values,
  );
  for (let at = 0; at < rows.length; at += rowsAtOnce) await addRows(em, tenantId, metric, rows.slice(at, at + rowsAtOnce));
  await em.execute(`delete from fact_delta where ${chosen}`, of);
  return true;
}

async function addRows(em: EntityManager, tenantId: string, metric: string, rows: readonly SumRow[]): Promise<void> {
  await em.execute(
    `insert into fact_sum (tenant_id, metric, parted_by, place, month, groups, part, depth, path, records, amount, whole)
     values ${rows.map(() => '(?, ?, ?, ?, ?::date, ?::text[], ?::text[], ?, ?, ?::bigint, ?::numeric, ?::numeric)').join(', ')}
     on conflict (tenant_id, metric, parted_by, place, month, groups, part) do update
     set records = fact_sum.records + excluded.records, amount = fact_sum.amount + excluded.amount, whole = fact_sum.whole + excluded.whole`,
    rows.flatMap(({ parted_by, place, month, groups, part, depth, path, records, amount, whole }) => [tenantId, metric, parted_by, place, month, groups, part, depth, path, records, amount, whole]),
  );
}

/** Names of metrics as an array that PostgreSQL reads from text. */
function arrayOf(names: readonly string[]): string {
  return `{${names.map((name) => `"${name}"`).join(',')}}`;
}
