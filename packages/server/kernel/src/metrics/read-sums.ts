import { dateIn, wholeMonthsOf, type WholeMonths } from '@weixiang/shared';
import { bindInto, inSubtrees } from '../permissions/subtree.js';
import { allFacts, placeOf, type Sql } from './fact-sql.js';
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
 * Whole months come from sums and from what was written since; days at either end are counted, to be added or taken away:
 * all in one statement, so of one moment, which is also that of the transaction's own writes.
 */
export async function readSums({ em, tenant, now }: Pick<Transaction, 'em' | 'tenant' | 'now'>, kept: readonly KeptFacts[], period: Period, parting: KeptParting = null): Promise<ReadonlyMap<string, SumRow[]>> {
  const tenantId = tenant.id;
  const months = wholeMonthsOf(period.from, period.to, dateIn(now, tenant.timeZone));
  if (!months || kept.length === 0) return new Map();
  const whole = wholeMetrics(kept, tenantId);
  const branches = [
    ...summed(tenantId, period.path, months, parting),
    written(tenantId, period.path, months, parting),
    ...kept.flatMap((facts) => months.ends.map((end) => counted(facts, tenantId, period.path, end, parting))),
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

function summed(tenantId: string, path: string | null, { months }: WholeMonths, parting: KeptParting): Sql[] {
  const here = (part: string, from: string, of: string): Sql => ({
    sql: `select metric, groups, ${part} as part, to_char(month, 'YYYY-MM') as month, ${of} from fact_sum${from}
      where tenant_id = ? and ${isKept} and place = ${placeOf('?::text')} and month between ?::date and ?::date`,
    values: [tenantId, path ?? '', ...months],
  });
  const all = here('null::text', '', 'records, amount, whole');
  if (parting === null) return [all];
  if ('way' in parting) return [here('part.value ->> 0', `, jsonb_array_elements(parts -> '${parting.way}') part`, '(part.value ->> 1)::bigint as records, (part.value ->> 2)::numeric as amount, (part.value ->> 3)::numeric as whole')];
  const below = path === null ? [] : [`${path}.`, `${path}/`]; // a slash comes after the full stop
  const units = (part: string, sign: string): Sql => ({
    sql: `select metric, groups, ${part}, to_char(month, 'YYYY-MM'), ${sign}records, ${sign}amount, ${sign}whole from fact_sum
      where tenant_id = ? and ${isKept} and depth = ? and month between ?::date and ?::date${below.length > 0 ? ' and path > ? and path < ?' : ''}`,
    values: [tenantId, parting.level, ...months, ...below],
  });
  // What belongs to a unit above has no part: all of it, less that of the units.
  return [all, units(unitOf('path', parting.level), ''), units('null::text', '-')];
}

function written(tenantId: string, path: string | null, { months: [first, last] }: WholeMonths, parting: KeptParting): Sql {
  const within = path === null ? [] : [path, `${path}.`, `${path}/`];
  return {
    sql: `select metric, groups, ${partOf(parting)}, to_char(day, 'YYYY-MM'), records, amount, whole from fact_delta
      where tenant_id = ? and ${isKept} and day >= ?::date and day < ?::date + interval '1 month'${within.length > 0 ? ' and (path = ? or path > ? and path < ?)' : ''}`,
    values: [tenantId, first, last, ...within],
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
