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
export const editionSql = `?::text || '.' || (select tenant.version from tenant where tenant.id = ?)`;

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

/**
 * The sums that facts make, as one SELECT of the columns of `fact_sum` after the tenant's: for every month, and every path from
 * the root's on. With `onTopOf` a tenant's sums, those that the facts add to are counted in.
 */
export function sumsOf({ metric, parts }: KeptFacts, facts: Sql, onTopOf?: { tenantId: string }): Sql {
  const ways = Object.keys(parts);
  const key = [`date_trunc('month', fact.day)::date`, 'fact.path', 'fact.groups'];
  const sets = [key, ...ways.map((way) => [...key, `fact.parts ->> '${way}'`])].map((set) => `(${set.join(', ')})`);
  const choose = (then: (way: string) => string, otherwise: string): string =>
    ways.length === 0 ? otherwise : `case ${ways.map((way) => `when grouping(fact.parts ->> '${way}') = 0 then ${then(way)}`).join(' ')} else ${otherwise} end`;
  const levels = Array.from({ length: deepest + 1 }, (_, at) => `(${at})`).join(', ');
  const already = `from fact_sum already join touched on touched.place = already.place and touched.month = already.month and touched.groups = already.groups`;
  const before = onTopOf
    ? `union all select already.path, already.depth, already.month, already.groups, '', null, already.records, already.amount, already.whole ${already} where already.tenant_id = ? and already.metric = '${metric}'
       union all select already.path, already.depth, already.month, already.groups, way.key, part.value ->> 0, (part.value ->> 1)::numeric, (part.value ->> 2)::numeric, (part.value ->> 3)::numeric
         ${already}, jsonb_each(already.parts) way, jsonb_array_elements(way.value) part where already.tenant_id = ? and already.metric = '${metric}'`
    : '';
  return {
    sql: `with fact as (${facts.sql}), leaf as (
        select ${key[0]} as month, string_to_array(fact.path, '.') as labels, fact.groups, ${choose((way) => `'${way}'`, `''`)} as way, ${choose((way) => `fact.parts ->> '${way}'`, 'null')} as part,
          sum(fact.records) as records, sum(fact.amount) as amount, sum(fact.whole) as whole
        from fact group by grouping sets (${sets.join(', ')})
      ), placed as materialized (
        select array_to_string(leaf.labels[1:level.depth], '.') as path, level.depth, leaf.month, leaf.groups, leaf.way, leaf.part, leaf.records, leaf.amount, leaf.whole
        from leaf join (values ${levels}) level(depth) on level.depth <= cardinality(leaf.labels)
      ), touched as (select distinct ${placeOf('path')} as place, month, groups from placed where way = ''
      ), piece as (select * from placed ${before}
      ), part as (
        select path, depth, month, groups, way, part, sum(records) as records, sum(amount) as amount, sum(whole) as whole from piece group by path, depth, month, groups, way, part
      ), parted as (
        select path, depth, month, groups, way, sum(records) as records, sum(amount) as amount, sum(whole) as whole,
          jsonb_agg(jsonb_build_array(part, records, amount, whole)) filter (where records <> 0) as list
        from part group by path, depth, month, groups, way
      )
      select '${metric}' as metric, ${placeOf('path')} as place, month, groups, depth, path,
        sum(records) filter (where way = '') as records, sum(amount) filter (where way = '') as amount, sum(whole) filter (where way = '') as whole,
        coalesce(jsonb_object_agg(way, list) filter (where way <> '' and list is not null), '{}') as parts
      from parted group by path, depth, month, groups`,
    values: [...facts.values, ...(onTopOf ? [onTopOf.tenantId, onTopOf.tenantId] : [])],
  };
}
