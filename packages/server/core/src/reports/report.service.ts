import { Forbidden, holdsAt, indexOf, reach, readSums, RecordRef, refuse, type RequestContext, type Transaction } from '@weixiang/kernel';
import { parseTypeId, say, unitsOfPath } from '@weixiang/shared';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { longestYears, periodProblem } from './report.rules.js';
import type { Figure, FigurePart, FigureRecordConnection, Report } from './report.types.js';

const permission = 'report.read';
/** Levels of units that a figure can be parted by; trees are not deeper. */
const deepestLevels = 20;

/** What a report is asked for. */
export interface ReportQuestion {
  from: string;
  to: string;
  orgUnit?: string | null;
}

/**
 * The report of a period: over the unit asked for, else over the highest unit of one's own reach.
 * @throws Refusal PERIOD_REVERSED, PERIOD_TOO_LONG, NOT_FOUND; Forbidden outside one's reach.
 */
export async function openReport(tx: Transaction, { from, to, orgUnit }: ReportQuestion): Promise<Report> {
  const problem = periodProblem(from, to);
  if (problem) throw refuse(problem, 'to', { years: longestYears });
  const path = orgUnit == null ? ownReach(tx) : (await tx.refer(OrgUnit, orgUnit, 'orgUnit')).orgPath;
  if (!holdsAt(tx.actor, permission, path)) throw new Forbidden(permission);
  const units = unitsOfPath(path);
  const unit = new RecordRef('OrgUnit', units.at(-1) ?? '');
  // At the root everything counts, also what belongs to no unit.
  return { from, to, orgUnit: unit, period: { from, to, path: units.length === 1 ? null : path } };
}

/** Every figure of the enabled features, by step. */
export async function figuresOf(tx: Transaction, { period }: Report, keys: readonly string[] | null): Promise<Figure[]> {
  const figures: Figure[] = [];
  const { metrics } = indexOf(tx.features);
  const sums = await readSums(tx, metrics.flatMap(({ facts }) => facts ?? []), period);
  for (const metric of metrics) {
    for (const { label, unit, recordCount, ...figure } of await metric.figures(tx, period, sums.get(metric.name))) {
      if (keys && !keys.includes(figure.key)) continue;
      figures.push({ ...figure, label: say(label, tx.language), unit: unit && say(unit, tx.language), recordCount: recordCount ?? figure.value, dimensions: metric.dimensions ?? [], metric, period });
    }
  }
  return figures.toSorted((a, b) => a.step - b.step);
}

/** A page of the records behind a figure. @throws Refusal CURSOR_UNKNOWN */
export async function recordsOf(tx: Transaction, { key, metric, period, recordCount }: Figure, first: number, after: string | null): Promise<FigureRecordConnection> {
  const last = after === null ? null : parseTypeId(after)?.uuid;
  if (last === undefined) throw refuse('CURSOR_UNKNOWN', 'after');
  const found = await metric.records(tx, key, period, { first: first + 1, after: last });
  const nodes = found.slice(0, first);
  return {
    nodes,
    edges: nodes.map((node) => ({ node, cursor: node.id })),
    pageInfo: { hasNextPage: found.length > first, hasPreviousPage: after !== null, startCursor: nodes.at(0)?.id ?? null, endCursor: nodes.at(-1)?.id ?? null },
    totalCount: recordCount,
  };
}

/**
 * A figure in parts, the largest first.
 * @throws Refusal DIMENSION_UNKNOWN, LEVELS_OUT_OF_RANGE
 */
export async function partsOf(tx: Transaction, { key, metric, period }: Figure, by: string, levels: number): Promise<FigurePart[]> {
  if (!metric.parts || !metric.dimensions?.some((dimension) => dimension.key === by)) throw refuse('DIMENSION_UNKNOWN', 'by');
  if (levels < 1 || levels > deepestLevels) throw refuse('LEVELS_OUT_OF_RANGE', 'levels', { most: deepestLevels });
  return metric.parts(tx, key, period, { by, levels });
}

/** Runs a read of a report in one transaction that cannot write, as who asks. */
export function reading<T>({ kernel, tenant, features, actor, ability, language, now, requestId }: RequestContext, read: (tx: Transaction) => Promise<T>): Promise<T> {
  return kernel.writer.run({ tenant, features, actor, ability, language, now, requestId }, async (tx) => {
    await tx.em.execute('set transaction read only');
    await tx.em.execute(`set local statement_timeout = '15s'`);
    return read(tx);
  });
}

function ownReach({ actor }: Transaction): string {
  const [highest] = reach(actor, permission);
  if (highest === undefined) throw new Forbidden(permission);
  return highest;
}
