import type { ReportQuery } from '../generated/graphql.js';

export type Figure = ReportQuery['report']['figures'][number];

/** Figures by the step of the four that they belong to; a step without any is left out. */
export function byStep(figures: readonly Figure[]): { step: 1 | 2 | 3 | 4; figures: readonly Figure[] }[] {
  return ([1, 2, 3, 4] as const)
    .map((step) => ({ step, figures: figures.filter((figure) => figure.step === step) }))
    .filter((group) => group.figures.length > 0);
}

/** The months of a period as their numbers, for the foot of a chart: `['1', … '12']`. */
export function monthsOf(from: string, count: number): string[] {
  const first = Number(from.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, index) => String(((first + index) % 12) + 1));
}

/** First and last day as the URL gives them, or undefined while they make no period. */
export function customPeriod(from: string, to: string): { from: string; to: string } | undefined {
  const isDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day);
  return isDay(from) && isDay(to) && from <= to ? { from, to } : undefined;
}

/** Whether no figure that counts what happens has anything to count. */
export function nothingHappened(figures: readonly Figure[]): boolean {
  const flows = figures.filter(({ months }) => months !== null);
  return flows.length > 0 && flows.every(({ value }) => value === 0);
}
