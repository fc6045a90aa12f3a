import { wholeMonthsOf, type WholeMonths } from '@weixiang/shared';
import { allFacts, placeOf, type Sql } from './fact-sql.js';
import type { KeptFacts } from './kept-facts.js';
import { wholeSql, wholeValues } from './kept-sums.js';
import type { Period } from './metric.js';

/** How facts are parted: by one of their own ways, or by the unit that stands so many levels below the root, from 1 on; null for not at all. */
export type KeptParting = { way: string } | { level: number } | null;

/**
 * The facts of a period as two common table expressions: `kept (is_whole)`, and `fact (groups, part, month, records, amount,
 * whole)`, which is empty unless the sums are whole. Whole months come from sums and from what was written since, the days at
 * either end from the records; all in one statement, so of one moment. Null where no month is whole: then records are counted.
 */
export function keptFactsOf(facts: KeptFacts, tenantId: string, { from, to, path }: Period, parting: KeptParting): Sql | null {
  const days = wholeMonthsOf(from, to);
  if (!days) return null;
  const branches = [
    ...summed(facts, tenantId, path, days, parting),
    written(facts, tenantId, path, days, parting),
    ...days.ends.map((end) => counted(facts, tenantId, path, end, parting)),
  ];
  return {
    sql: `kept as materialized (select ${wholeSql} as is_whole), fact as (${branches.map(({ sql }) => `(${sql} and (select is_whole from kept))`).join(' union all ')})`,
    values: [...wholeValues(facts, tenantId), ...branches.flatMap(({ values }) => values)],
  };
}

/** Which facts belong to a unit: SQL of their path, compared with one value. */
export function belongsTo(path: string): string {
  return `${path} <@ ?::ltree`;
}

function summed({ metric }: KeptFacts, tenantId: string, path: string | null, { months }: WholeMonths, parting: KeptParting): Sql[] {
  const here = (way: string, part: string): Sql => ({
    sql: `select groups, ${part} as part, to_char(month, 'YYYY-MM') as month, records, amount, whole from fact_sum
      where tenant_id = ? and metric = ? and parted_by = ? and place = ${placeOf('?::text')} and month between ?::date and ?::date`,
    values: [tenantId, metric, way, path ?? '', ...months],
  });
  if (parting === null) return [here('', 'null::text')];
  if ('way' in parting) return [here(parting.way, 'part[1]')];
  const below = path === null ? [] : [`${path}.`, `${path}/`]; // a slash comes after the full stop
  const units = (part: string, sign: string): Sql => ({
    sql: `select groups, ${part}, to_char(month, 'YYYY-MM'), ${sign}records, ${sign}amount, ${sign}whole from fact_sum
      where tenant_id = ? and metric = ? and parted_by = '' and depth = ? and month between ?::date and ?::date${below.length > 0 ? ' and path > ? and path < ?' : ''}`,
    values: [tenantId, metric, parting.level, ...months, ...below],
  });
  // What belongs to a unit above has no part: all of it, less that of the units.
  return [here('', 'null::text'), units(unitOf('path', parting.level), ''), units('null::text', '-')];
}

function written({ metric }: KeptFacts, tenantId: string, path: string | null, { months: [first, last] }: WholeMonths, parting: KeptParting): Sql {
  const within = path === null ? [] : [path, `${path}.`, `${path}/`];
  return {
    sql: `select groups, ${partOf(parting)}, to_char(day, 'YYYY-MM'), records, amount, whole from fact_delta
      where tenant_id = ? and metric = ? and day >= ?::date and day < ?::date + interval '1 month'${within.length > 0 ? ' and (path = ? or path > ? and path < ?)' : ''}`,
    values: [tenantId, metric, first, last, ...within],
  };
}

function counted(facts: KeptFacts, tenantId: string, path: string | null, end: readonly [string, string], parting: KeptParting): Sql {
  const isOfUnit = path !== null && facts.path !== null;
  const conditions = [`${facts.day} between ?::date and ?::date`, ...(isOfUnit ? [belongsTo(String(facts.path))] : [])];
  const { sql, values } = allFacts(facts, tenantId, conditions, [...end, ...(isOfUnit ? [path] : [])]);
  return { sql: `select groups, ${partOf(parting)}, to_char(day, 'YYYY-MM'), records, amount, whole from (${sql}) at_an_end where true`, values };
}

function partOf(parting: KeptParting): string {
  if (parting === null) return 'null::text';
  return 'way' in parting ? `parts ->> '${parting.way}'` : unitOf('path', parting.level);
}

function unitOf(path: string, level: number): string {
  return `nullif(split_part(${path}, '.', ${Math.trunc(level)}), '')::uuid::text`;
}
