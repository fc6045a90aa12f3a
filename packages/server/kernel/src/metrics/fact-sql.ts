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

/** The same with each group and each part as a column of its own: `day, path, group_0 …, part_0 …, records, amount, whole`. */
function plainColumns({ path, amount, whole, groups, parts, day }: KeptFacts): string {
  return [
    `(${day})::date as day`,
    `${path === null ? `''` : `coalesce(${path}::text, '')`} as path`,
    ...groups.map((group, at) => `(${group})::text as group_${at}`),
    ...Object.values(parts).map((value, at) => `(${value})::text as part_${at}`),
    `1::bigint as records`,
    `coalesce((${amount ?? '0'})::numeric, 0) as amount`,
    `coalesce((${whole ?? '0'})::numeric, 0) as whole`,
  ].join(', ');
}

/** Facts that were written, as {@link plainFacts} gives them. */
export function plainDeltas({ groups, parts }: KeptFacts): string {
  const columns = [...groups.map((_, at) => `groups[${at + 1}] as group_${at}`), ...Object.keys(parts).map((way, at) => `parts ->> '${way}' as part_${at}`)];
  return ['day', 'path', ...columns, 'records', 'amount', 'whole'].join(', ');
}

/** The tenant's facts between two days, for {@link sumsOf}. */
export function plainFacts(facts: KeptFacts, tenantId: string, between: readonly [string, string]): Sql {
  return allFacts(facts, tenantId, [`(${facts.day})::date between ?::date and ?::date`], between, plainColumns(facts));
}

/** The tenant's facts as one SELECT. */
export function allFacts(facts: KeptFacts, tenantId: string, further: readonly string[] = [], values: readonly unknown[] = [], columns = factColumns(facts)): Sql {
  return { sql: factsWhere(facts, '?', further, columns), values: [tenantId, ...values] };
}

/** @param tenant Its id, in SQL. */
function factsWhere(facts: KeptFacts, tenant: string, further: readonly string[], columns: string): string {
  const conditions = [`${facts.row}.tenant_id = ${tenant}`, ...(facts.where === null ? [] : [`(${facts.where})`]), `${facts.day} is not null`, ...further];
  return `select ${columns} from ${facts.from} where ${conditions.join(' and ')}`;
}

/**
 * SQL of the edition of these facts now: their definition and the version of the tenant, whose settings they may go by.
 * @param tenant Its id, in SQL.
 */
export function editionSql(facts: KeptFacts, tenant: string): string {
  return `'${editionOf(facts)}.' || (select tenant.version from tenant where tenant.id = ${tenant})`;
}

/**
 * SQL of the facts that records of these tables make. The rows are locked, and what they go by against changes, so that of two
 * who write at once the second counts what the first left.
 * @param tenant Its id, in SQL.
 * @param ids SQL of the records' ids, an array of text, by alias.
 */
export function factsOfRecords(facts: KeptFacts, tenant: string, ids: ReadonlyMap<string, string>, isLocking: boolean): string {
  const { row, from } = facts;
  const own = ids.size === 1 ? ids.get(row) : undefined;
  const among = [...ids].map(([alias, of]) => `select ${row}.id from ${from} where ${row}.tenant_id = ${tenant} and ${alias}.id = any(${of}::uuid[])`);
  const chosen = own === undefined ? `${row}.id = any(array(${among.join(' union ')}))` : `${row}.id = any(${own}::uuid[])`;
  const beside = followedTables(facts).filter(({ alias }) => alias !== row).map(({ alias }) => alias);
  const locks = [...(isLocking ? [`for no key update of ${row}`] : []), ...(beside.length > 0 ? [`for key share of ${beside.join(', ')}`] : [])];
  return [factsWhere(facts, tenant, [chosen], factColumns(facts)), ...locks].join(' ');
}

/** Of what length of time sums are kept, and of which places. */
export interface Grain {
  table: 'fact_sum' | 'fact_day';
  /** Column of the first day. */
  column: 'month' | 'day';
  /** SQL of the first day of the time that a day lies in. */
  of(day: string): string;
  /** Places that lie deeper have none; the tenant lies 0 deep, its root unit 1. */
  deepest: number;
  /** Whether each sum has its parts beside it. */
  hasParts: boolean;
}

/** Trees are not deeper. */
const deepestPlace = 20;

/** Of every place. */
export const monthly: Grain = { table: 'fact_sum', column: 'month', of: monthOf, deepest: deepestPlace, hasParts: true };

/** Of the places with most records alone: elsewhere a few days' are counted as fast, as are the parts of a single figure's. */
export const daily: Grain = { table: 'fact_day', column: 'day', of: (day) => `(${day})::date`, deepest: 2, hasParts: false };

/** SQL of the digest by which a path's sums are found. */
export const placeOf = (path: string): string => `md5(${path})::uuid`;

/** SQL of the month of a day, by its first day. As a timestamp, so that it is no matter of a zone. */
export function monthOf(day: string): string {
  return `date_trunc('month', (${day})::timestamp)::date`;
}

/**
 * The sums that facts make, as one SELECT of the columns of the grain's table after the tenant's: for every month or day, and every
 * path from the root's on. Facts are added up where they were recorded first, by time and by part, and only these sums for each unit
 * above. With `onTopOf` a tenant's sums, those that the facts add to are counted in.
 */
export function sumsOf({ metric, amount, whole, groups, parts: allParts }: KeptFacts, { table, column, of, deepest, hasParts }: Grain, facts: Sql, onTopOf?: { tenantId: string }): Sql {
  const parts = hasParts ? Object.keys(allParts) : [];
  const ways = parts.map((way, at) => `('${way}', fact.part_${at})`);
  const group = groups.map((_, at) => `group_${at}`);
  const columns = (...names: string[]): string => [...names.slice(0, 2), ...group, ...names.slice(2)].join(', ');
  const array = groups.length === 0 ? `'{}'::text[]` : `array[${group.join(', ')}]`;
  const added = `sum(records)::bigint as records, ${amount === null ? '0::numeric' : 'sum(amount)'} as amount, ${whole === null ? '0::numeric' : 'sum(whole)'} as whole`;
  const levels = Array.from({ length: deepest + 1 }, (_, at) => `(${at})`).join(', ');
  const already = `from ${table} already join touched on touched.place = already.place and touched.first = already.${column} and touched.groups = already.groups`;
  const groupsOf = groups.map((_, at) => `already.groups[${at + 1}]`);
  const alreadyColumns = (...names: string[]): string => ['already.place', `already.${column}`, ...groupsOf, ...names].join(', ');
  const kept = [
    `select ${alreadyColumns(`''`, 'null', 'already.records', 'already.amount', 'already.whole')} ${already} where already.tenant_id = ? and already.metric = '${metric}'`,
    `select ${alreadyColumns('way.key', 'part.value ->> 0', '(part.value ->> 1)::bigint', '(part.value ->> 2)::numeric', '(part.value ->> 3)::numeric')}
          ${already}, jsonb_each(already.parts) way, jsonb_array_elements(way.value) part where already.tenant_id = ? and already.metric = '${metric}'`,
  ].slice(0, hasParts ? 2 : 1);
  // What is there already of the same, and with it, so that it is said anew.
  const before = onTopOf
    ? `, touched as (select distinct place, first, ${array} as groups from placed where way = ''
      ), piece as (
        ${['select * from placed', ...kept].join('\n        union all ')})`
    : '';
  const list = (way: string): string => `'${way}', jsonb_agg(jsonb_build_array(part, records, amount, whole)) filter (where way = '${way}' and records <> 0)`;
  const own = (column: string): string => `sum(${column}) filter (where way = '') as ${column}`;
  const labels = Array.from({ length: deepest }, (_, at) => `split_part(path, '.', ${at + 1})`);
  // Where every place has sums, no path need be cut.
  const leaf = deepest === deepestPlace ? 'path' : `rtrim(concat_ws('.', ${labels.join(', ')}), '.')`;
  return {
    sql: `with fact as (${facts.sql}), leaf as materialized (
        select ${columns(`${leaf} as path`, `${of('fact.day')} as first`, 'way', 'part', added)}
        from fact cross join lateral (values ${[`('', null)`, ...ways].join(', ')}) piece(way, part)
        group by ${columns(leaf, of('fact.day'), 'way', 'part')}
      ), unit as materialized (
        select own, path, depth, ${placeOf('path')} as place from (
          select own.path as own, array_to_string(own.labels[1:level.depth], '.') as path, level.depth
          from (select path, string_to_array(path, '.') as labels from leaf group by path) own join (values ${levels}) level(depth) on level.depth <= cardinality(own.labels)) above
      ), placed as (
        select ${columns('unit.place', 'first', 'way', 'part', 'records', 'amount', 'whole')} from leaf join unit on unit.own = leaf.path
      )${before}, part as (
        select ${columns('place', 'first', 'way', 'part', added)} from ${onTopOf ? 'piece' : 'placed'} group by ${columns('place', 'first', 'way', 'part')}
      ), summed as (
        select ${columns('place', 'first', own('records'), own('amount'), own('whole'))}${hasParts ? `, jsonb_strip_nulls(jsonb_build_object(${parts.map(list).join(', ')})) as parts` : ''}
        from part group by ${columns('place', 'first')}
      )
      select '${metric}' as metric, place, first as ${column}, ${array} as groups, depth, path, records, amount, whole${hasParts ? ', parts' : ''}
      from summed join (select distinct place, path, depth from unit) above using (place)`,
    values: [...facts.values, ...(onTopOf ? kept.map(() => onTopOf.tenantId) : [])],
  };
}
