import type { Dimension, FigurePart, Parting, Period, Transaction } from '@weixiang/kernel';
import { monthsBetween, sameText, toTypeId, unitsOfPath, type Text } from '@weixiang/shared';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { VocabularyTerm } from '../vocabulary/vocabulary-term.entity.js';
import { amountSql, type FactDimension, factsOf, type FactSource, recordsSql } from './facts.js';

/** The dimension of every fact that has a path. */
export const unitDimension: Dimension = { key: 'unit', label: { zh: '单位', en: 'Unit' } };

/** The ways to part what comes from these facts. */
export function dimensionsOf({ dimensions = {}, path }: FactSource): Dimension[] {
  const declared = Object.entries(dimensions).map(([key, { label }]) => ({ key, label }));
  return path === null ? declared : [...declared, unitDimension];
}

/** Which of a family's figures: what tells it from the others, and with which values. */
interface Group {
  names: readonly string[];
  values: readonly string[];
}

interface PartRow {
  part: string | null;
  month: string | null;
  is_total: boolean;
  value: number | string | null;
  records: string;
}

/** A figure in parts, the largest first, those without a value last. Parts of which there is no share are left out. */
export async function partsOf(source: FactSource, tx: Transaction, period: Period, group: Group, { by, levels }: Parting): Promise<FigurePart[]> {
  const dimension = source.dimensions?.[by];
  const { sql, values } = factsOf(source, tx, period, [...group.names, ...(dimension ? [dimension.by] : [])]);
  const part = dimension ? `fact.group_${group.names.length}` : unitAt(period, levels);
  const month = source.flow === undefined ? 'null::text' : `to_char(fact.day, 'YYYY-MM')`;
  const rows = await tx.em.execute<PartRow[]>(
    `with fact as (${sql}), parted as (select fact.*, ${part} as part, ${month} as month from fact
       ${group.names.length > 0 ? `where ${group.names.map((_, at) => `fact.group_${at} = ?`).join(' and ')}` : ''})
     select part, month, grouping(month) = 1 as is_total, ${amountSql(source)} as value, ${recordsSql(source)} as records
     from parted fact group by grouping sets ((part), (part, month))`,
    [...values, ...group.values],
  );
  const totals = rows.filter(({ is_total, value }) => is_total && value !== null);
  const names = await namesOf(tx, dimension, totals.flatMap(({ part }) => part ?? []));
  const months = source.flow === undefined ? null : monthsBetween(period.from, period.to);
  return totals
    .map(({ part, value, records }) => {
      const ofMonth = new Map(rows.filter((row) => !row.is_total && row.part === part).map((row) => [row.month, Number(row.value ?? 0)]));
      const name = part === null ? null : (names.get(part) ?? { key: part, label: sameText(part) });
      return { key: name?.key ?? null, label: name?.label ?? null, value: Number(value), months: months && months.map((each) => ofMonth.get(each) ?? 0), recordCount: Number(records) };
    })
    .toSorted((a, b) => Number(a.key === null) - Number(b.key === null) || b.value - a.value || String(a.key).localeCompare(String(b.key)));
}

/** SQL of the unit of each fact at the time, so many levels below the report's; null for what belongs to one above. */
function unitAt({ path }: Period, levels: number): string {
  return `nullif(split_part(fact.path::text, '.', ${(path === null ? 1 : unitsOfPath(path).length) + levels}), '')::uuid::text`;
}

async function namesOf(tx: Transaction, dimension: FactDimension | undefined, parts: readonly string[]): Promise<Map<string, { key: string; label: Text }>> {
  if (dimension && dimension.names !== 'term') {
    const names = typeof dimension.names === 'function' ? dimension.names(tx) : dimension.names;
    return new Map(Object.entries(names).map(([key, label]) => [key, { key, label }]));
  }
  if (dimension) {
    const terms = await tx.em.find(VocabularyTerm, { id: { $in: [...parts] } });
    return new Map(terms.map(({ id, label }) => [id, { key: toTypeId('term', id), label }]));
  }
  const units = await tx.em.find(OrgUnit, { id: { $in: [...parts] } }, { fields: ['id', 'name'] });
  return new Map(units.map(({ id, name }) => [id, { key: toTypeId('unit', id), label: sameText(name) }]));
}
