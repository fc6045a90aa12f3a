import type { Text } from '@weixiang/shared';
import type { KeptFacts } from './kept-facts.js';
import type { SumRow } from './read-sums.js';
import type { Transaction } from '../write/transaction.js';

/** What a figure is asked for: inclusive dates in the tenant's zone, and the subtree. */
export interface Period {
  /** YYYY-MM-DD. */
  from: string;
  to: string;
  /** Path of the unit; the whole tenant by default. Facts are counted where they were when recorded. */
  path: string | null;
}

/** One figure of a report. */
export interface FigureValue {
  key: string;
  label: Text;
  /** 条, 个, 人次 … */
  unit: Text | null;
  /** 1–4: demand, planning, resources, supervision. */
  step: 1 | 2 | 3 | 4;
  definition: Text;
  value: number;
  /** One value a month of the period, for flows; null for stocks. */
  months: number[] | null;
  /** Records behind it; the value itself when left out. A sum of visits counts its activities here. */
  recordCount?: number;
}

/** A record behind a figure. */
export interface FigureRecord {
  /** TypeID. */
  id: string;
  label: string;
  date: string | null;
  /** Path inside the console, without the tenant's prefix; null when there is no page of its own. */
  href: string | null;
}

/** A way to part a figure: by channel, by category, by unit. */
export interface Dimension {
  key: string;
  label: Text;
}

/** What is asked of a figure's parts. */
export interface Parting {
  /** Key of one of the metric's dimensions. */
  by: string;
  /** For units: how many levels below the report's; 1 for those directly below. */
  levels: number;
}

/** One part of a figure. */
export interface FigurePart {
  /** What tells it from the others: a state, a TypeID; null for the records that have no value. */
  key: string | null;
  label: Text | null;
  value: number;
  months: number[] | null;
  recordCount: number;
}

/** A feature's contribution to the report. A metric may give several figures (one a kind of activity). */
export interface Metric {
  name: string;
  /** The facts of which sums are kept; without them every figure is counted. */
  facts?: KeptFacts;
  /** @param sums What {@link readSums} said of this metric for the same period, where several are read at once. */
  figures(tx: Transaction, period: Period, sums?: readonly SumRow[]): Promise<FigureValue[]>;
  /** Records behind one of its figures, newest first, `after` being the UUID of the last one of the page before. */
  records(tx: Transaction, key: string, period: Period, page: { first: number; after: string | null }): Promise<FigureRecord[]>;
  /** Ways to part its figures; none when left out. */
  dimensions?: readonly Dimension[];
  /** One of its figures in parts, the largest first. Parts of what counts once, such as people, may add up to more. */
  parts?(tx: Transaction, key: string, period: Period, parting: Parting): Promise<FigurePart[]>;
}
