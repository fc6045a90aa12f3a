import type { Dimension, FigurePart, Parting, Period, Transaction } from '@weixiang/kernel';
import { sameText, toTypeId, unitsOfPath, type Text } from '@weixiang/shared';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { VocabularyTerm } from '../vocabulary/vocabulary-term.entity.js';
import type { FactDimension, FactSource } from './facts.js';
import { figureRows } from './figure-rows.js';

/** The dimension of every fact that has a path. */
export const unitDimension: Dimension = { key: 'unit', label: { zh: '单位', en: 'Unit' } };

/** The ways to part what comes from these facts. */
export function dimensionsOf({ dimensions = {}, path }: FactSource): Dimension[] {
  const declared = Object.entries(dimensions).map(([key, { label }]) => ({ key, label }));
  return path === null ? declared : [...declared, unitDimension];
}

/** One figure of a metric: its facts, and which of the family's groups it is. */
export interface FigureOfMetric {
  metric: string;
  source: FactSource;
  groups: readonly string[];
  group: readonly string[];
}

/** A figure in parts, the largest first, those without a value last. Parts of which there is no share are left out. */
export async function partsOf({ metric, source, groups, group }: FigureOfMetric, tx: Transaction, period: Period, { by, levels }: Parting): Promise<FigurePart[]> {
  const dimension = source.dimensions?.[by];
  const level = (period.path === null ? 1 : unitsOfPath(period.path).length) + levels;
  const parting = dimension
    ? { of: `fact.group_${groups.length}`, further: [dimension.by], kept: { way: by } }
    : { of: unitAt(level), further: [], kept: { level } };
  const rows = (await figureRows(tx, { metric, source, groups, period, parting })).filter((row) => row.group.every((value, at) => value === group[at]));
  const names = await namesOf(tx, dimension, rows.flatMap(({ part }) => part ?? []));
  return rows
    .map(({ part, value, months, recordCount }) => {
      const name = part === null ? null : (names.get(part) ?? { key: part, label: sameText(part) });
      return { key: name?.key ?? null, label: name?.label ?? null, value, months, recordCount };
    })
    .toSorted((a, b) => Number(a.key === null) - Number(b.key === null) || b.value - a.value || String(a.key).localeCompare(String(b.key)));
}

/** SQL of the unit of each fact at the time, so many levels below the root; null for what belongs to one above. */
function unitAt(level: number): string {
  return `nullif(split_part(fact.path::text, '.', ${level}), '')::uuid::text`;
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
