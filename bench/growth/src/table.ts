import type { Measured } from './measured.js';

const rows = new Intl.NumberFormat('en');

/** The figures as a table of Markdown: an operation a line, a size a column. */
export function tableOf(title: string, measured: readonly Measured[], figure: (one: Measured) => number): string {
  const sizes = [...new Set(measured.map(({ size }) => size))].toSorted((a, b) => a - b);
  const labels = [...new Set(measured.map(({ label }) => label))];
  const cell = (label: string, size: number): string => {
    const found = measured.find((one) => one.label === label && one.size === size);
    if (!found) return '–';
    const value = figure(found);
    return value < 10 && !Number.isInteger(value) ? value.toFixed(1) : rows.format(Math.round(value));
  };
  return [
    `| ${title} | ${sizes.map((size) => `${rows.format(size)} wishes`).join(' | ')} |`,
    `| --- | ${sizes.map(() => '---:').join(' | ')} |`,
    ...labels.map((label) => `| ${label} | ${sizes.map((size) => cell(label, size)).join(' | ')} |`),
  ].join('\n');
}
