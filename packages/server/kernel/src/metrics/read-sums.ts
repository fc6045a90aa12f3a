import { dateIn, wholeMonthsOf, type WholeMonths } from '@weixiang/shared';
import { bindInto, inSubtrees } from '../permissions/subtree.js';
import { allFacts, daily, type Grain, monthly, placeOf, type Sql } from './fact-sql.js';
import type { KeptFacts } from './kept-facts.js';
import { wholeMetrics } from './kept-sums.js';
import type { Transaction } from '../write/transaction.js';
import type { Period } from './metric.js';

/** How facts are parted: by one of their own ways, or by the unit that stands so many levels below the root, from 1 on; null for not at all. */
export type KeptParting = { way: string } | { level: number } | null;

/** The sums of one group, or of a part of it: of the period, or of a month of it. */
export interface SumRow {
  groups: string[];
  part: string | null;
  month: string | null;
  is_total: boolean;
  records: string;
  amount: string;
  whole: string;
}

/**
 * The sums of metrics over a period, by the metric's name; those whose sums are not whole are missing and must be counted.
 * Whole months come from sums and from what was written since; days at either end, to be added or taken away, from sums of days
 * where these are kept, and are counted elsewhere: all in one statement, so of one moment, which is also that of the
 * transaction's own writes.
 */
export async function readSums({ em, tenant, now }: Pick<Transaction, 'em' | 'tenant' | 'now'>, kept: readonly KeptFacts[], period: Period, parting: KeptParting = null): Promise<ReadonlyMap<string, SumRow[]>> {
  const tenantId = tenant.id;
  const months = wholeMonthsOf(period.from, period.to, dateIn(now, tenant.timeZone));
  const hasDays = daysAreKept(period.path, parting);
  if (kept.length === 0 || !(months || hasDays)) return new Map();
  const whole = wholeMetrics(kept, tenantId);
  const days = [period.from, period.to] as const;
  const ends = months?.ends ?? [{ days, isAdded: true }];
  const spans: Span[] = [
    ...(months ? [{ grain: monthly, days: months.months, sign: '' } as const] : []),
    ...(hasDays ? ends.map((end): Span => ({ grain: daily, days: end.days, sign: end.isAdded ? '' : '-' })) : []),
  ];
  const branches = [
    ...spans.flatMap((span) => summed(tenantId, period.path, span, parting)),
    written(tenantId, period.path, hasDays || !months ? days : months.days, parting),
    ...(hasDays ? [] : kept.flatMap((facts) => ends.map((end) => counted(facts, tenantId, period.path, end, parting)))),
  ];
  const rows = await em.execute<(Omit<SumRow, 'groups'> & { metric: string; groups: string[] | null })[]>(
    `with kept as materialized (${whole.sql}), fact as (${branches.map(({ sql }) => `(${sql})`).join(' union all ')}), figure as (
       select metric, groups, part, month, grouping(month) = 1 as is_total, sum(records)::text as records, sum(amount)::text as amount, sum(whole)::text as whole
       from fact group by grouping sets ((metric, groups, part), (metric, groups, part, month)) having sum(records) <> 0)
     select kept.metric, figure.groups, figure.part, figure.month, figure.is_total, figure.records, figure.amount, figure.whole
     from kept left join figure on figure.metric = kept.metric order by kept.metric, figure.groups`,
    [...whole.values, ...branches.flatMap(({ values }) => values)],
  );
  const sums = new Map<string, SumRow[]>();
  for (const { metric, groups, ...row } of rows) {
    const of = sums.get(metric) ?? [];
    sums.set(metric, of);
    if (groups) of.push({ ...row, groups });
  }
  return sums;
}

const isKept = 'metric in (select kept.metric from kept)';

/** Sums between two of their first days, added or taken away. */
interface Span {
  grain: Grain;
  days: readonly [string, string];
  sign: '' | '-';
}

/** Whether all that is asked for has sums of days. */
function daysAreKept(path: string | null, parting: KeptParting): boolean {
  const depth = path === null ? 0 : path.split('.').length;
  return depth <= daily.deepest && (parting === null || ('level' in parting && parting.level <= daily.deepest));
}

function summed(tenantId: string, path: string | null, { grain: { table, column }, days, sign }: Span, parting: KeptParting): Sql[] {
  const here = (part: string, from: string, [records, amount, whole]: readonly [string, string, string]): Sql => ({
    sql: `select metric, groups, ${part} as part, to_char(${column}, 'YYYY-MM') as month, ${sign}${records} as records, ${sign}${amount} as amount, ${sign}${whole} as whole from ${table}${from}
      where tenant_id = ? and ${isKept} and place = ${placeOf('?::text')} and ${column} between ?::date and ?::date`,
    values: [tenantId, path ?? '', ...days],
  });
  const all = here('null::text', '', ['records', 'amount', 'whole']);
  if (parting === null) return [all];
  if ('way' in parting) return [here('part.value ->> 0', `, jsonb_array_elements(parts -> '${parting.way}') part`, ['(part.value ->> 1)::bigint', '(part.value ->> 2)::numeric', '(part.value ->> 3)::numeric'])];
  const below = path === null ? [] : [`${path}.`, `${path}/`]; // a slash comes after the full stop
  const units = (part: string, signOf: '' | '-'): Sql => ({
    sql: `select metric, groups, ${part}, to_char(${column}, 'YYYY-MM'), ${signOf}records, ${signOf}amount, ${signOf}whole from ${table}
      where tenant_id = ? and ${isKept} and depth = ? and ${column} between ?::date and ?::date${below.length > 0 ? ' and path > ? and path < ?' : ''}`,
    values: [tenantId, parting.level, ...days, ...below],
  });
  // What belongs to a unit above has no part: all of it, less that of the units.
  return [all, units(unitOf('path', parting.level), sign), units('null::text', sign === '' ? '-' : '')];
}

function written(tenantId: string, path: string | null, days: readonly [string, string], parting: KeptParting): Sql {
  const within = path === null ? [] : [path, `${path}.`, `${path}/`];
  return {
    sql: `select metric, groups, ${partOf(parting)}, to_char(day, 'YYYY-MM'), records, amount, whole from fact_delta
      where tenant_id = ? and ${isKept} and day between ?::date and ?::date${within.length > 0 ? ' and (path = ? or path > ? and path < ?)' : ''}`,
    values: [tenantId, ...days, ...within],
  };
}

function counted(facts: KeptFacts, tenantId: string, path: string | null, { days, isAdded }: WholeMonths['ends'][number], parting: KeptParting): Sql {
  const bound: unknown[] = [...days];
  const sign = isAdded ? '' : '-';
  const conditions = [`${facts.day} between ?::date and ?::date`];
  if (path !== null && facts.path !== null) conditions.push(inSubtrees(facts.path, [path], bindInto(bound)));
  const { sql, values } = allFacts(facts, tenantId, conditions, bound);
  return { sql: `select '${facts.metric}', groups, ${partOf(parting)}, to_char(day, 'YYYY-MM'), ${sign}records, ${sign}amount, ${sign}whole from (${sql}) at_an_end where exists (select from kept where kept.metric = '${facts.metric}')`, values };
}

function partOf(parting: KeptParting): string {
  if (parting === null) return 'null::text';
  return 'way' in parting ? `parts ->> '${parting.way}'` : unitOf('path', parting.level);
}

function unitOf(path: string, level: number): string {
  return `nullif(split_part(${path}, '.', ${Math.trunc(level)}), '')::uuid::text`;
}
