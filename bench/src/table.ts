import type { EngineName, Query } from './queries/query.js';

/** What one engine did with one query, over all slices. */
export interface Measured {
  requests: number;
  seconds: number;
  took: number[];
  nodeMs: number;
  databaseMs: number;
}

/** Figures of one engine and query. */
export interface Figures {
  rps: number;
  p50: number;
  p99: number;
  cpuMs: number;
  dbCpuMs: number;
}

export function figuresOf({ requests, seconds, took, nodeMs, databaseMs }: Measured): Figures {
  const sorted = took.toSorted((a, b) => a - b);
  const quantile = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { rps: requests / seconds, p50: quantile(0.5), p99: quantile(0.99), cpuMs: nodeMs / requests, dbCpuMs: databaseMs / requests };
}

/** How many times less processor time, node's and the database's together, than the other; above 1 is better. */
export function cpuRatio(ours: Figures, other: Figures | undefined): number | null {
  return other ? (other.cpuMs + other.dbCpuMs) / (ours.cpuMs + ours.dbCpuMs) : null;
}

/** How many times as many requests a second as the other. */
export function rpsRatio(ours: Figures, other: Figures | undefined): number | null {
  return other ? ours.rps / other.rps : null;
}

/** The table of one query. */
export function tableOf(query: Query, figures: ReadonlyMap<EngineName, Figures>, titles: Record<string, string>): string {
  const rows = [...figures].map(([name, figure]) => [
    titles[name] ?? name,
    figure.rps.toFixed(0),
    figure.p50.toFixed(1),
    figure.p99.toFixed(1),
    figure.cpuMs.toFixed(2),
    figure.dbCpuMs.toFixed(2),
    (figure.cpuMs + figure.dbCpuMs).toFixed(2),
    times(cpuRatio(figure, figures.get('postgraphile'))),
    times(cpuRatio(figure, figures.get('floor'))),
    times(rpsRatio(figure, figures.get('postgraphile'))),
    times(rpsRatio(figure, figures.get('floor'))),
  ]);
  const head = ['', 'req/s', 'p50 ms', 'p99 ms', 'node ms', 'db ms', 'cpu ms', '× PG cpu', '× floor cpu', '× PG req/s', '× floor req/s'];
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string => cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  return [`${query.name}  ${query.title}`, line(head), ...rows.map(line)].join('\n');
}

function times(ratio: number | null): string {
  return ratio === null ? '–' : ratio.toFixed(2);
}
