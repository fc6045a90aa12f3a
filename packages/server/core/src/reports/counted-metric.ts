import type { FigureRecord, FigureValue, Metric, Period, SumRow, Transaction } from '@weixiang/kernel';
import { toTypeId, type Text } from '@weixiang/shared';
import { factsOf, type FactSource, keptFactsFor } from './facts.js';
import { dimensionsOf, partsOf } from './figure-parts.js';
import { figureRows } from './figure-rows.js';

/** What a figure says of itself. */
export interface FigureWords {
  /** Stable key: `wishes.collected`. */
  key: string;
  label: Text;
  /** What is counted: 条, 人次; null for a share. */
  unit: Text | null;
  /** 1–4: demand, planning, resources, supervision. */
  step: 1 | 2 | 3 | 4;
  /** What exactly is counted, for those who read the figure. */
  definition: Text;
}

/** What {@link countedMetric} takes: words, and where the facts are. */
export type CountedMetricOptions = FigureWords & FactSource;

/** What {@link countedMetrics} takes: one figure for each combination of `groups` that there is. */
export interface CountedMetricsOptions extends FactSource {
  /** Name of the metric among all: `activity.visits`. */
  name: string;
  /** SQL of what tells one figure from another, as text: `['term.key']`. */
  groups: readonly string[];
  /** Words of the figure of one combination. Distinct combinations need distinct keys. */
  figure(group: readonly string[]): FigureWords;
}

/**
 * One figure that counts or sums records, and opens exactly those.
 *
 * @example
 * ```ts
 * export const wishesCollected = countedMetric({
 *   key: 'wishes.collected', label: { zh: '收集微心愿', en: 'Wishes collected' }, unit: { zh: '条', en: 'wishes' }, step: 1,
 *   definition: { zh: '期内登记的微心愿。', en: 'Wishes recorded in the period.' },
 *   from: 'wish', row: 'wish', prefix: 'wish', flow: 'wish.recorded_on', path: 'wish.recorded_path',
 *   record: { label: 'left(wish.words, 80)', href: (id) => `/wishes/${id}` },
 * });
 * ```
 */
export function countedMetric(options: CountedMetricOptions): Metric {
  const { key, label, unit, step, definition, ...source } = options;
  return countedMetrics({ ...source, name: key, groups: [], figure: () => ({ key, label, unit, step, definition }) });
}

/**
 * A family of figures over one table, one for each combination of values there is: `activity.<kind>.visits`.
 *
 * @example `countedMetrics({ name: 'activity.visits', groups: ['term.key'], figure: ([kind = '']) => ({ key: `activity.${kind}.visits`, … }), sum: 'activity.visits', … })`
 */
export function countedMetrics(options: CountedMetricsOptions): Metric {
  return {
    name: options.name,
    facts: keptFactsFor(options.name, options, options.groups),
    figures: async (tx, period, sums) => [...(await figuresOf(options, tx, period, sums)).values()].map(({ value }) => value),
    async records(tx, key, period, page) {
      // Groups are told apart by their figures' keys alone, so that no key ever has to be taken apart.
      const group = options.groups.length === 0 ? [] : (await figuresOf(options, tx, period)).get(key)?.group;
      return group ? recordsOf(options, tx, period, group, page) : [];
    },
    dimensions: dimensionsOf(options),
    async parts(tx, key, period, parting) {
      const group = options.groups.length === 0 ? [] : (await figuresOf(options, tx, period)).get(key)?.group;
      return group ? partsOf({ metric: options.name, source: options, groups: options.groups, group }, tx, period, parting) : [];
    },
  };
}

async function figuresOf(options: CountedMetricsOptions, tx: Transaction, period: Period, sums?: readonly SumRow[]): Promise<Map<string, { group: string[]; value: FigureValue }>> {
  const figures = new Map<string, { group: string[]; value: FigureValue }>();
  if (period.path !== null && options.path === null) return figures;
  const rows = await figureRows(tx, { metric: options.name, source: options, groups: options.groups, period, parting: null }, sums);
  for (const { group, value, months, recordCount } of rows) {
    const words = options.figure(group);
    figures.set(words.key, { group, value: { ...words, value, months, recordCount } });
  }
  return figures;
}

async function recordsOf(options: CountedMetricsOptions, tx: Transaction, period: Period, group: readonly string[], { first, after }: { first: number; after: string | null }): Promise<FigureRecord[]> {
  const { sql, values } = factsOf(options, tx, period, options.groups);
  const chosen = options.per === undefined ? 'select * from fact' : 'select distinct on (per) * from fact order by per, sort_day, id';
  const rows = await tx.em.execute<{ id: string; label: string; day: string | null; page_id: string }[]>(
    `with fact as (${sql}), chosen as (${chosen})
     select id, label, day::text as day, page_id from chosen
     where ${[...group.map((_, at) => `group_${at} = ?`), `(?::uuid is null or (sort_day, id) < (select sort_day, id from chosen where id = ?::uuid))`].join(' and ')}
     order by sort_day desc, id desc limit ${Math.trunc(first)}`,
    [...values, ...group, after, after],
  );
  const { prefix, record } = options;
  return rows.map(({ id, label, day, page_id }) => ({
    id: toTypeId(prefix, id),
    label,
    date: day,
    href: record.href?.(toTypeId(record.on?.prefix ?? prefix, page_id)) ?? null,
  }));
}
