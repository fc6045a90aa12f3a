import { type KeptParting, type Period, readSums, type SumRow, type Transaction } from '@weixiang/kernel';
import { monthsBetween } from '@weixiang/shared';
import { amountSql, type FactSource, factsOf, keptFactsFor, recordsSql } from './facts.js';

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
  records: string;
}

const zero: Row = { groups: [], part: null, month: null, is_total: true, value: 0, records: '0' };

/**
 * Every figure or part there is: from sums where they are kept and whole, else counted. What there is no share of is left out.
 * @param sums What was read of this metric already.
 */
export async function figureRows(tx: Transaction, question: FigureQuestion, sums?: readonly SumRow[]): Promise<FigureRow[]> {
  const { source, groups, period, parting } = question;
  const kept = sums ?? (await keptRows(tx, question));
  const rows = kept ? kept.map((row): Row => ({ ...row, value: valueOf(source, row) })) : await countedRows(tx, question);
  // Nothing is a figure too, where there is but one.
  if (rows.length === 0 && groups.length === 0 && parting === null && source.share === undefined) rows.push(zero);
  const months = source.flow === undefined ? null : monthsBetween(period.from, period.to);
  const same = ({ groups: of, part }: Row): string => JSON.stringify([of, part]);
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
  const sets = isFlow ? '(groups, part), (groups, part, month)' : '(groups, part)';
  return tx.em.execute<Row[]>(
    `with fact as (${sql}), parted as (select fact.*, ${arrayOf(groups)} as groups, ${parting?.of ?? 'null::text'} as part, ${isFlow ? `to_char(fact.day, 'YYYY-MM')` : 'null::text'} as month from fact)
     select groups, part, ${isFlow ? 'month' : 'null::text as month'}, ${isFlow ? 'grouping(month) = 1' : 'true'} as is_total, ${amountSql(source)} as value, ${recordsSql(source)} as records
     from parted fact group by grouping sets (${sets})`,
    values,
  );
}

/** Undefined where there are no sums, or not of this period, or not whole ones at this moment. */
async function keptRows(tx: Transaction, { metric, source, groups, period, parting }: FigureQuestion): Promise<readonly SumRow[] | undefined> {
  const facts = keptFactsFor(metric, source, groups);
  return facts && (await readSums(tx, [facts], period, parting?.kept ?? null)).get(metric);
}

/** A figure's value from sums; null for a share of nothing. */
function valueOf({ sum, share }: FactSource, { records, amount, whole }: SumRow): number | null {
  if (share !== undefined) return Number(whole) === 0 ? null : Number(amount) / Number(whole);
  return Number(sum === undefined ? records : amount);
}

function arrayOf(groups: readonly string[]): string {
  return groups.length === 0 ? `'{}'::text[]` : `array[${groups.map((_, at) => `fact.group_${at}`).join(', ')}]`;
}
