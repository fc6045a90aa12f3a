import { editionOf, followedTables, type KeptFacts } from './kept-facts.js';

/** SQL with a place for each of its values. */
export interface Sql {
  sql: string;
  values: unknown[];
}

/** Columns of a fact: `day, path, groups, parts, records, amount, whole`. */
export function factColumns({ path, amount, whole, groups, parts, day }: KeptFacts): string {
  const pairs = Object.entries(parts).map(([key, value]) => `'${key}', (${value})::text`);
  return [
    `(${day})::date as day`,
    `${path === null ? `''` : `coalesce(${path}::text, '')`} as path`,
    `${groups.length === 0 ? `'{}'::text[]` : `array[${groups.map((group) => `(${group})::text`).join(', ')}]`} as groups`,
    `jsonb_build_object(${pairs.join(', ')}) as parts`,
    `1::bigint as records`,
    `coalesce((${amount ?? '0'})::numeric, 0) as amount`,
    `coalesce((${whole ?? '0'})::numeric, 0) as whole`,
  ].join(', ');
}

/** The tenant's facts as one SELECT. */
export function allFacts(facts: KeptFacts, tenantId: string, further: readonly string[] = [], values: readonly unknown[] = []): Sql {
  const conditions = [`${facts.row}.tenant_id = ?`, ...(facts.where === null ? [] : [`(${facts.where})`]), `${facts.day} is not null`, ...further];
  return { sql: `select ${factColumns(facts)} from ${facts.from} where ${conditions.join(' and ')}`, values: [tenantId, ...values] };
}

/** The edition of these facts now: their definition and the version of the tenant, whose settings they may go by. Takes the digest and the tenant. */
export const editionSql = `? || '.' || (select tenant.version from tenant where tenant.id = ?)`;

/** The values of {@link editionSql}. */
export function editionValues(facts: KeptFacts, tenantId: string): unknown[] {
  return [editionOf(facts), tenantId];
}

/**
 * Which facts records of these tables make: ids by alias. The rows are locked, and what they go by against changes, so that
 * of two who write at once the second counts what the first left.
 */
export function factsOfRecords(facts: KeptFacts, tenantId: string, ids: ReadonlyMap<string, readonly string[]>, isLocking: boolean): Sql {
  const { row, from } = facts;
  const among = [...ids].map(([alias]) => `select ${row}.id from ${from} where ${row}.tenant_id = ? and ${alias}.id = any(?::uuid[])`);
  const isOwnAlone = ids.size === 1 && ids.has(row);
  const chosen = isOwnAlone ? `${row}.id = any(?::uuid[])` : `${row}.id = any(array(${among.join(' union ')}))`;
  const values = [...ids.values()].flatMap((of) => (isOwnAlone ? [uuids(of)] : [tenantId, uuids(of)]));
  const { sql, values: bound } = allFacts(facts, tenantId, [chosen], values);
  const beside = followedTables(facts).filter(({ alias }) => alias !== row).map(({ alias }) => alias);
  const locks = [...(isLocking ? [`for no key update of ${row}`] : []), ...(beside.length > 0 ? [`for key share of ${beside.join(', ')}`] : [])];
  return { sql: [sql, ...locks].join(' '), values: bound };
}

/** An array of ids as PostgreSQL reads it from text. */
export function uuids(ids: readonly string[]): string {
  return `{${ids.join(',')}}`;
}

/** SQL of the digest by which a path's sums are found. */
export const placeOf = (path: string): string => `md5(${path})::uuid`;

/** Trees are not deeper. */
const deepest = 20;

/** The sums that facts add to, as one SELECT of the columns of `fact_sum` after the tenant's: for every month, and every path from the root's on. */
export function sumsOf({ metric, parts }: KeptFacts, facts: Sql): Sql {
  const keys = Object.keys(parts);
  const key = [`date_trunc('month', fact.day)::date`, 'fact.path', 'fact.groups'];
  const sets = [key, ...keys.map((part) => [...key, `fact.parts ->> '${part}'`])].map((set) => `(${set.join(', ')})`);
  const partings = keys.map((part) => ({ part, is: `grouping(fact.parts ->> '${part}') = 0` }));
  const partedBy = partings.length === 0 ? `''` : `case ${partings.map(({ part, is }) => `when ${is} then '${part}'`).join(' ')} else '' end`;
  const ofPart = partings.length === 0 ? `'{}'::text[]` : `case ${partings.map(({ part, is }) => `when ${is} then array[fact.parts ->> '${part}']`).join(' ')} else '{}'::text[] end`;
  const levels = Array.from({ length: deepest + 1 }, (_, at) => `(${at})`).join(', ');
  return {
    sql: `with fact as (${facts.sql}), leaf as (
        select ${key[0]} as month, string_to_array(fact.path, '.') as labels, fact.groups, ${partedBy} as parted_by, ${ofPart} as part,
          sum(fact.records) as records, sum(fact.amount) as amount, sum(fact.whole) as whole
        from fact group by grouping sets (${sets.join(', ')})
      ), placed as (
        select leaf.*, level.depth, array_to_string(leaf.labels[1:level.depth], '.') as path
        from leaf join (values ${levels}) level(depth) on level.depth <= cardinality(leaf.labels)
      )
      select '${metric}' as metric, parted_by, ${placeOf('path')} as place, month, groups, part, depth, case when parted_by = '' then path else '' end as path,
        sum(records) as records, sum(amount) as amount, sum(whole) as whole
      from placed group by parted_by, path, month, groups, part, depth having sum(records) <> 0 or sum(amount) <> 0 or sum(whole) <> 0`,
    values: facts.values,
  };
}
