import { keptFactsOf, type KeptParting, type Period, type Transaction } from '@weixiang/kernel';
import { monthsBetween } from '@weixiang/shared';
import { amountSql, type FactSource, factsOf, keptAmountSql, keptFactsFor, recordsSql } from './facts.js';

/** A figure, or a part of one, of one group: its value and, for what happens, its months. */
export interface FigureRow {
  group: string[];
  part: string | null;
  value: number;
  months: number[] | null;
  recordCount: number;
}

/** Facts, their groups, and how a figure over them is parted. */
export interface FigureQuestion {
  metric: string;
  source: FactSource;
  groups: readonly string[];
  period: Period;
  /** SQL of the part over the facts, and the same for sums of them; null for whole figures. */
  parting: { of: string; further: readonly string[]; kept: KeptParting } | null;
}

interface Row {
  groups: string[];
  part: string | null;
  month: string | null;
  is_total: boolean;
  value: number | string | null;
  records: string | null;
}

const zero: Row = { groups: [], part: null, month: null, is_total: true, value: 0, records: '0' };

/** Every figure or part there is: from sums where they are kept and whole, else counted. What there is no share of is left out. */
export async function figureRows(tx: Transaction, question: FigureQuestion): Promise<FigureRow[]> {
  const rows = (await keptRows(tx, question)) ?? (await countedRows(tx, question));
  const { source, groups, period, parting } = question;
  // Nothing is a figure too, where there is but one.
  if (rows.length === 0 && groups.length === 0 && parting === null && source.share === undefined) rows.push(zero);
  const months = source.flow === undefined ? null : monthsBetween(period.from, period.to);
  const same = ({ groups, part }: Row): string => JSON.stringify([groups, part]);
  const ofMonths = new Map<string, Map<string | null, number>>();
  for (const row of rows.filter(({ is_total }) => !is_total)) {
    const of = ofMonths.get(same(row)) ?? new Map<string | null, number>();
    ofMonths.set(same(row), of.set(row.month, Number(row.value ?? 0)));
  }
  return rows.flatMap((row) => {
    if (!row.is_total || row.value === null) return []; // a share of nothing is no share of 0
    const of = ofMonths.get(same(row));
    return { group: row.groups.map(String), part: row.part, value: Number(row.value), months: months && months.map((month) => of?.get(month) ?? 0), recordCount: Number(row.records) };
  });
}

async function countedRows(tx: Transaction, { source, groups, period, parting }: FigureQuestion): Promise<Row[]> {
  const { sql, values } = factsOf(source, tx, period, [...groups, ...(parting?.further ?? [])]);
  const isFlow = source.flow !== undefined;
  return tx.em.execute<Row[]>(
    `with fact as (${sql}), parted as (select fact.*, ${arrayOf(groups)} as groups, ${parting?.of ?? 'null::text'} as part, ${isFlow ? `to_char(fact.day, 'YYYY-MM')` : 'null::text'} as month from fact)
     ${figuresSql(isFlow, amountSql(source), recordsSql(source), 'parted')}`,
    values,
  );
}

/** Null where there are no sums, or not of this period, or not whole ones at this moment. */
async function keptRows(tx: Transaction, { metric, source, groups, period, parting }: FigureQuestion): Promise<Row[] | null> {
  const facts = keptFactsFor(metric, source, groups);
  const kept = facts && keptFactsOf(facts, tx.tenant.id, period, parting?.kept ?? null);
  if (!kept) return null;
  const rows = await tx.em.execute<(Row & { is_whole: boolean })[]>(
    `with ${kept.sql}, figure as (${figuresSql(true, keptAmountSql(source), 'sum(fact.records)', 'fact')} having sum(fact.records) <> 0)
     select kept.is_whole, figure.* from kept left join figure on true order by figure.groups`,
    kept.values,
  );
  if (rows[0]?.is_whole !== true) return null;
  return rows.filter(({ records }) => records !== null);
}

/** Totals and months of `groups, part` in one pass. */
function figuresSql(hasMonths: boolean, amount: string, records: string, from: string): string {
  const sets = hasMonths ? '(groups, part), (groups, part, month)' : '(groups, part)';
  return `select groups, part, ${hasMonths ? 'month' : 'null::text as month'}, ${hasMonths ? 'grouping(month) = 1' : 'true'} as is_total, ${amount} as value, ${records} as records
    from ${from} fact group by grouping sets (${sets})`;
}

function arrayOf(groups: readonly string[]): string {
  return groups.length === 0 ? `'{}'::text[]` : `array[${groups.map((_, at) => `fact.group_${at}`).join(', ')}]`;
}
