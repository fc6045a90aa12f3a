import type { EntityManager } from '@mikro-orm/postgresql';
import { arrayText } from '../database/array-text.js';
import { prepared } from '../database/prepared.js';
import { allFacts, daily, editionSql, type Grain, monthly, monthOf, plainDeltas, plainFacts, type Sql, sumsOf } from './fact-sql.js';
import { editionOf, type KeptFacts } from './kept-facts.js';

/** Statements whose deltas are added up at a time. */
const statementsAtOnce = 200;
/** 11 values a row; PostgreSQL takes 65,535 in one statement. */
const rowsAtOnce = 2_000;
/** Facts whose sums are made at a time, if a month has no more: about 120 MB of sums by part. */
const factsAtOnce = 1_000_000;

const grains: readonly Grain[] = [monthly, daily];

interface SumRow {
  place: string;
  /** First day. */
  first: string;
  groups: string;
  depth: number;
  path: string;
  records: string;
  amount: string;
  whole: string;
  /** None where the grain has none. */
  parts?: string;
}

/**
 * SQL of the metrics whose sums and deltas together are their facts: made by this definition, under the tenant's present
 * settings, and nothing written since by another. Takes names, editions and the tenant.
 */
const wholeSql = `select expected.metric from unnest(?::text[], ?::text[]) expected(metric, edition) join tenant on tenant.id = ?
  join fact_state state on state.tenant_id = tenant.id and state.metric = expected.metric and state.edition = expected.edition || '.' || tenant.version
  where not exists (select from fact_delta other where other.tenant_id = tenant.id and other.metric = expected.metric and other.edition < state.edition)
    and not exists (select from fact_delta other where other.tenant_id = tenant.id and other.metric = expected.metric and other.edition > state.edition)`;

/** Rows that a report adds up by itself in a millisecond. To fold one row takes nearly as long as hundreds. */
const fewWritten = 500;

/** SQL of whether a tenant's sums are worth a job before the hour is over: much was written, or its settings changed. Takes the tenant as `$1`. */
export const sumsAreWorthIt = `(select count(*) from (select from fact_delta where tenant_id = $1 limit ${fewWritten}) written) = ${fewWritten}
  or exists (select from fact_state state join tenant on tenant.id = state.tenant_id where state.tenant_id = $1 and state.edition not like '%.' || tenant.version)`;

/** The names of metrics whose sums are whole. */
export function wholeMetrics(kept: readonly KeptFacts[], tenantId: string): Sql {
  return { sql: wholeSql, values: [arrayText(kept.map(({ metric }) => metric)), arrayText(kept.map(editionOf)), tenantId] };
}

/** What is to be done about a tenant's sums. */
export interface SumsDue {
  /** Whether there are sums of metrics that this process does not know. */
  hasUnknown: boolean;
  /** Those whose sums have to be made again. */
  stale: ReadonlySet<string>;
  /** Those of which something was written since. */
  written: ReadonlySet<string>;
}

/** What there is to do, in one statement and no lock. */
export async function sumsDue(em: EntityManager, tenantId: string, kept: readonly KeptFacts[]): Promise<SumsDue> {
  const whole = wholeMetrics(kept, tenantId);
  const rows = await em.execute<{ metric: string; has: 'whole' | 'state' | 'delta' }[]>(
    prepared(`select metric, 'whole' as has from (${whole.sql}) whole union all select metric, 'state' from fact_state where tenant_id = ?
      union all select distinct metric, 'delta' from fact_delta where tenant_id = ?`),
    [...whole.values, tenantId, tenantId],
  );
  const known = new Set(kept.map(({ metric }) => metric));
  const those = (has: 'whole' | 'delta'): string[] => rows.filter((row) => row.has === has).map(({ metric }) => metric);
  return {
    hasUnknown: rows.some(({ metric }) => !known.has(metric)),
    stale: known.difference(new Set(those('whole'))),
    written: new Set(those('delta')),
  };
}

/** Whether a metric's sums have to be made again. */
export async function areStale(em: EntityManager, tenantId: string, facts: KeptFacts): Promise<boolean> {
  const { sql, values } = wholeMetrics([facts], tenantId);
  return (await em.execute<{ metric: string }[]>(sql, values)).length === 0;
}

/** Forgets the sums of metrics that this process does not know, so that it cannot leave them behind what it writes. */
export async function forgetUnknown(em: EntityManager, tenantId: string, kept: readonly KeptFacts[]): Promise<void> {
  const known = kept.map(({ metric }) => metric);
  await em.execute(`delete from fact_state where tenant_id = ? and metric <> all(?::text[])`, [tenantId, arrayText(known)]);
  await em.execute(`delete from fact_delta where tenant_id = ? and metric <> all(?::text[])`, [tenantId, arrayText(known)]);
  for (const { table } of grains) await em.execute(`delete from ${table} where tenant_id = ? and metric <> all(?::text[])`, [tenantId, arrayText(known)]);
}

/**
 * Makes a metric's sums from its records. The transaction must see one moment (repeatable read): the deltas that it sees are
 * in the records that it sees, and those that it does not see stay.
 */
export async function buildSums(em: EntityManager, tenantId: string, facts: KeptFacts, now: Date): Promise<void> {
  const { metric } = facts;
  for (const table of ['fact_delta', ...grains.map(({ table }) => table), 'fact_state']) await em.execute(`delete from ${table} where tenant_id = ? and metric = ?`, [tenantId, metric]);
  for (const months of await monthsAtOnce(em, tenantId, facts)) {
    for (const grain of grains) {
      const { sql, values } = sumsOf(facts, grain, plainFacts(facts, tenantId, months));
      await em.execute(`insert into ${columnsOf(grain)} select ?::uuid, sums.* from (${sql}) sums`, [tenantId, ...values]);
    }
  }
  await em.execute(`insert into fact_state (tenant_id, metric, edition, built_at) values (?, ?, ${editionSql(facts, '?')}, ?)`, [tenantId, metric, tenantId, now]);
}

/** Months with facts, as first and last days: so many together that their sums are made in memory, however many there are in all. */
async function monthsAtOnce(em: EntityManager, tenantId: string, facts: KeptFacts): Promise<[string, string][]> {
  const { sql, values } = allFacts(facts, tenantId, [], [], `${monthOf(facts.day)} as month`);
  const months = await em.execute<{ first: string; last: string; facts: string }[]>(
    `select month::text as first, (month + interval '1 month' - interval '1 day')::date::text as last, count(*)::text as facts from (${sql}) fact group by month order by month`,
    values,
  );
  const together: [string, string][] = [];
  let room = 0;
  for (const { first, last, facts: count } of months) {
    const current = together.at(-1);
    if (current && Number(count) <= room) current[1] = last;
    else {
      together.push([first, last]);
      room = factsAtOnce;
    }
    room -= Number(count);
  }
  return together;
}

/** Adds the deltas of some statements to a metric's sums, and says whether there may be more. Nobody else may do so meanwhile. */
export async function addDeltas(em: EntityManager, tenantId: string, facts: KeptFacts): Promise<boolean> {
  const { metric } = facts;
  // Whole statements: all that one wrote is seen as soon as any of it is.
  const statements = await em.execute<{ id: string }[]>(`select distinct id from fact_delta where tenant_id = ? and metric = ? and edition = ${editionSql(facts, '?')} order by id limit ${statementsAtOnce}`, [tenantId, metric, tenantId]);
  if (statements.length === 0) return false;
  const of = [tenantId, metric, arrayText(statements.map(({ id }) => id))];
  const chosen = 'tenant_id = ? and metric = ? and id = any(?::uuid[])';
  const written = { sql: `select ${plainDeltas(facts)} from fact_delta where ${chosen}`, values: of };
  for (const grain of grains) {
    const { sql, values } = sumsOf(facts, grain, written, { tenantId });
    const rows = await em.execute<SumRow[]>(
      `select place, ${grain.column}::text as first, groups::text as groups, depth, path, records::text as records, amount::text as amount, whole::text as whole${grain.hasParts ? ', parts::text as parts' : ''}
       from (${sql}) sums order by place, first, groups`,
      values,
    );
    for (let at = 0; at < rows.length; at += rowsAtOnce) await putRows(em, tenantId, metric, grain, rows.slice(at, at + rowsAtOnce));
  }
  await em.execute(`delete from fact_delta where ${chosen}`, of);
  return statements.length === statementsAtOnce;
}

async function putRows(em: EntityManager, tenantId: string, metric: string, grain: Grain, rows: readonly SumRow[]): Promise<void> {
  await em.execute(
    `insert into ${columnsOf(grain)}
     values ${rows.map(() => `(?, ?, ?, ?::date, ?::text[], ?, ?, ?::bigint, ?::numeric, ?::numeric${grain.hasParts ? ', ?::jsonb' : ''})`).join(', ')}
     on conflict (tenant_id, metric, place, ${grain.column}, groups) do update
     set records = excluded.records, amount = excluded.amount, whole = excluded.whole${grain.hasParts ? ', parts = excluded.parts' : ''}`,
    rows.flatMap(({ place, first, groups, depth, path, records, amount, whole, parts }) => [tenantId, metric, place, first, groups, depth, path, records, amount, whole, ...(grain.hasParts ? [parts] : [])]),
  );
}

function columnsOf({ table, column, hasParts }: Grain): string {
  return `${table} (tenant_id, metric, place, ${column}, groups, depth, path, records, amount, whole${hasParts ? ', parts' : ''})`;
}
